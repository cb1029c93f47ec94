package codealchemy.trace;

import java.util.Arrays;

/** Writes what changed in a frame since its last event. */
final class VariableWriter {
    private final RecordBuffer buffer;
    private final ValueWriter values;
    private final ValueDigest digest;
    private final Aliases aliases = new Aliases();

    VariableWriter(RecordBuffer buffer, ValueWriter values) {
        this.buffer = buffer;
        this.values = values;
        this.digest = new ValueDigest(values);
    }

    long digest(Object value) {
        return digest.of(value);
    }

    ValueWriter values() {
        return values;
    }

    /** @param scope the variables that exist here; null when none can have gone */
    void changes(Frame frame, long[] scope) {
        if (frame.site.isBinding) {
            frame.readBound();
        }
        for (int word = 0; word < frame.site.words; word++) {
            long here = scope == null ? -1L : scope[word];
            gone(frame, word, frame.seen[word] & ~here, scope);
            long look = (frame.assigned[word] | frame.watched[word]) & here;
            while (look != 0) {
                int variable = word << 6 | Long.numberOfTrailingZeros(look);
                look &= look - 1;
                if (frame.site.kinds[variable] == 'L') {
                    reference(frame, variable);
                } else {
                    primitive(frame, variable);
                }
            }
            frame.assigned[word] &= ~here;
        }
    }

    private void gone(Frame frame, int word, long set, long[] scope) {
        if (set == 0) {
            return;
        }
        frame.seen[word] &= ~set;
        frame.watched[word] &= ~set;
        for (long left = set; left != 0; left &= left - 1) {
            int variable = word << 6 | Long.numberOfTrailingZeros(left);
            frame.texts[variable] = null;
            if (isHidden(frame, variable, scope)) {
                frame.assigned[word] |= 1L << variable;
            } else {
                frame.values[variable] = null;
                buffer.item('-', frame.site.variables[variable]);
            }
        }
    }

    /** Whether another variable of the same name is here: this one may come back. */
    private static boolean isHidden(Frame frame, int variable, long[] scope) {
        long[] others = frame.site.namesakes[variable];
        for (int word = 0; others != null && word < others.length; word++) {
            if ((others[word] & scope[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    private void primitive(Frame frame, int variable) {
        long bit = 1L << variable;
        long value = frame.bits[variable];
        if ((frame.seen[variable >>> 6] & bit) != 0 && frame.shown[variable] == value) {
            return;
        }
        frame.shown[variable] = value;
        frame.seen[variable >>> 6] |= bit;
        buffer.item('=', frame.site.variables[variable]);
        Primitives.write(buffer, values.shapes.notation, frame.site.kinds[variable], value);
    }

    private void reference(Frame frame, int variable) {
        int word = variable >>> 6;
        long bit = 1L << variable;
        Object value = values.held(frame.values[variable]);
        boolean assigned = (frame.assigned[word] & bit) != 0;
        boolean watched = value != frame.values[variable] || values.canChange(value);
        if (watched) {
            long now = digest.of(value);
            if (!assigned && now == frame.digests[variable]) {
                return;
            }
            frame.digests[variable] = now;
            frame.watched[word] |= bit;
        } else {
            frame.watched[word] &= ~bit;
        }
        int before = buffer.end;
        int mark = buffer.item('=', frame.site.variables[variable]);
        int from = buffer.end;
        value(value, frame.site.types[variable], mark);
        if ((frame.seen[word] & bit) != 0 && same(frame.texts[variable], from)) {
            buffer.end = before;
            return;
        }
        frame.seen[word] |= bit;
        frame.texts[variable] = buffer.copy(from);
    }

    private boolean same(byte[] text, int from) {
        return text != null && Arrays.equals(text, 0, text.length, buffer.bytes, from, buffer.end);
    }

    void result(MethodSite site, long bits) {
        buffer.field('>');
        Primitives.write(buffer, values.shapes.notation, site.result, bits);
    }

    void result(MethodSite site, Object value) {
        buffer.separator();
        int mark = buffer.end;
        buffer.character('>');
        int kind = value(value, site.resultType, mark);
        if (kind == '~') {
            buffer.bytes[mark] = '^';
        }
    }

    /** Writes type and text, and alias and length where there are any; tells by the item's mark which it was. */
    private int value(Object value, String declared, int mark) {
        values.top(value, declared);
        int alias = values.hasIdentity(value) ? aliases.of(value) : 0;
        long length = values.cutLength();
        if (alias == 0 && length < 0) {
            return buffer.bytes[mark];
        }
        buffer.bytes[mark] = '~';
        buffer.separator();
        if (alias > 0) {
            buffer.number(alias);
        }
        buffer.separator();
        if (length >= 0) {
            buffer.number(length);
        }
        return '~';
    }
}
