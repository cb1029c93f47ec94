package codealchemy.trace;

import java.util.Map;

/** Writes values as text, within the limits on depth, items and characters. */
final class ValueWriter {
    private static final long MESSAGE = Memory.offset(Throwable.class, "detailMessage");

    final Shapes shapes;
    final int maxDepth;
    final int maxItems;
    private final RecordBuffer buffer;
    final int maxCharacters;
    private final Containers containers;
    private final Object[] path;
    private int level;
    private int left;
    private boolean cut;
    private long length;
    private final long[] saved;
    private int savedCount;

    ValueWriter(RecordBuffer buffer, Settings settings, Notation notation, Map<String, ClassSite> programClasses) {
        this.buffer = buffer;
        shapes = new Shapes(notation, programClasses);
        maxDepth = settings.depth;
        maxItems = settings.items;
        maxCharacters = settings.characters;
        saved = new long[3 * (maxDepth + 2)];
        path = new Object[maxDepth + 2];
        containers = new Containers(this);
    }

    boolean canChange(Object value) {
        return value != null && shapes.of(value.getClass()).canChange;
    }

    /** What a variable holds that lives in a box of its own; the value itself for all others. */
    Object held(Object value) {
        Shape shape = value == null ? null : shapes.of(value.getClass());
        if (shape == null || shape.kind != Shape.Kind.REFERENCE) {
            return value;
        }
        char kind = shape.fieldKinds[0];
        long offset = shape.fieldOffsets[0];
        return kind == 'L' ? Memory.UNSAFE.getReference(value, offset) : Primitives.box(kind, ArrayElements.read(kind, value, offset));
    }

    boolean hasIdentity(Object value) {
        return value != null && shapes.of(value.getClass()).hasIdentity;
    }

    /** Writes the fields type and text of a variable's value. */
    void top(Object value, String declared) {
        buffer.separator();
        word(value == null ? declared : shapes.of(value.getClass()).name);
        buffer.separator();
        restart();
        value(value);
    }

    /** Full length of what {@link #top} cut; -1 when it cut nothing or doesn't know. */
    long cutLength() {
        return cut ? length : -1;
    }

    void typeName(Throwable exception) {
        word(shapes.of(exception.getClass()).name);
    }

    void message(Throwable exception) {
        String message = messageOf(exception);
        if (message != null) {
            restart();
            for (int i = 0; i < message.length(); i += Character.charCount(message.codePointAt(i))) {
                put(message.codePointAt(i));
            }
        }
    }

    /** A platform exception may compute its message; one of the program is not asked. */
    private static String messageOf(Throwable exception) {
        try {
            return exception.getClass().getClassLoader() == null ? exception.getMessage() : (String) Memory.get(exception, MESSAGE);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private void restart() {
        left = maxCharacters;
        level = 0;
        cut = false;
        length = -1;
        savedCount = 0;
    }

    private void word(String text) {
        for (int i = 0; i < text.length(); i++) {
            buffer.character(text.charAt(i));
        }
    }

    boolean full() {
        return left <= 0;
    }

    /** Tells how long the whole is, which matters when it is cut. */
    void lengthIs(long total) {
        if (level <= 1) {
            length = total;
        }
    }

    void omit() {
        if (level <= 1) {
            cut = true;
        }
        put('…');
    }

    void put(int c) {
        if (left > 1) {
            left--;
            buffer.character(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c);
        } else if (left == 1) {
            left = 0;
            cut = true;
            buffer.character('…');
        }
    }

    void put(String text) {
        for (int i = 0; i < text.length() && left > 0; i += Character.charCount(text.codePointAt(i))) {
            put(text.codePointAt(i));
        }
    }

    void value(Object value) {
        if (value == null) {
            put("null");
            return;
        }
        Shape shape = shapes.of(value.getClass());
        switch (shape.kind) {
            case STRING -> string((String) value);
            case BOX -> primitive(shape.primitive, bits(shape.primitive, value));
            case CONSTANT -> put(shape.glue[0]);
            case ENUM -> put(((Enum<?>) value).name());
            case CLASS -> put(TypeNames.of((Class<?>) value) + ".class");
            case LAMBDA -> put("lambda");
            case OPAQUE -> put(shape.name + "{…}");
            case PLAIN_TEXT -> plain(shape, value);
            default -> compound(shape, value);
        }
    }

    private void plain(Shape shape, Object value) {
        String text = PlatformShapes.plainText(value);
        if (text != null) {
            if (level == 0) {
                length = text.length();
            }
            put(text);
        } else {
            put(shape.name + "{…}");
        }
    }

    private void compound(Shape shape, Object value) {
        for (int i = 0; i < level; i++) {
            if (path[i] == value) {
                put('↻');
                return;
            }
        }
        if (level >= maxDepth) {
            put('…');
            return;
        }
        path[level++] = value;
        try {
            containers.write(shape, value);
        } catch (RuntimeException e) {
            put('…');
        } finally {
            path[--level] = null;
        }
    }

    static long bits(char kind, Object value) {
        return switch (kind) {
            case 'D' -> Double.doubleToRawLongBits((Double) value);
            case 'F' -> Float.floatToRawIntBits((Float) value);
            case 'C' -> (Character) value;
            case 'Z' -> (Boolean) value ? 1 : 0;
            default -> ((Number) value).longValue();
        };
    }

    void primitive(char kind, long bits) {
        int before = buffer.end;
        Primitives.literal(buffer, kind, bits);
        int written = buffer.end - before;
        if (written >= left) {
            buffer.end = before;
            left = Math.min(left, 1);
            put('…');
        } else {
            left -= kind == 'C' ? Math.min(written, 3) : written;
        }
    }

    void string(String text) {
        if (level == 0) {
            length = text.length();
        }
        characters(text, 0, text.length());
    }

    /** A quoted literal, cut so that the closing quote still fits. */
    void characters(CharSequence text, int start, int end) {
        put('"');
        for (int i = start; i < end; ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            int before = buffer.end;
            int written = Primitives.escaped(buffer, c, '"');
            if (left - written < (i < end ? 3 : 2)) {
                buffer.end = before;
                if (left > 0) {
                    cut = cut || level <= 1;
                    buffer.character('…');
                    buffer.character('"');
                    left = Math.max(0, left - 2);
                }
                return;
            }
            left -= written;
        }
        put('"');
    }

    /** Begins to render a part on its own, for sorting. */
    int beginApart() {
        saved[savedCount++] = left;
        saved[savedCount++] = cut ? 1 : 0;
        saved[savedCount++] = length;
        return buffer.end;
    }

    /** Takes the part out of the record and forgets what it used of the budget. */
    byte[] endApart(int from) {
        length = saved[--savedCount];
        cut = saved[--savedCount] != 0;
        left = (int) saved[--savedCount];
        byte[] text = buffer.copy(from);
        buffer.end = from;
        return text;
    }

    /** Puts UTF-8 that was rendered apart. */
    void put(byte[] text) {
        for (int i = 0; i < text.length && left > 0; ) {
            int size = text[i] >= 0 ? 1 : (text[i] & 0xE0) == 0xC0 ? 2 : (text[i] & 0xF0) == 0xE0 ? 3 : 4;
            if (left == 1) {
                put('…');
                return;
            }
            buffer.copyFrom(text, i, size);
            left--;
            i += size;
        }
    }
}
