package codealchemy.trace;

/** Literals of the primitive types. */
final class Primitives {
    private Primitives() {
    }

    /** Writes the fields type and text. */
    static void write(RecordBuffer buffer, Notation notation, char kind, long bits) {
        buffer.separator();
        buffer.ascii(notation.primitive(kind));
        buffer.separator();
        literal(buffer, kind, bits);
    }

    static void literal(RecordBuffer buffer, char kind, long bits) {
        switch (kind) {
            case 'Z' -> buffer.ascii(bits != 0 ? "true" : "false");
            case 'C' -> {
                buffer.character('\'');
                escaped(buffer, (char) bits, '\'');
                buffer.character('\'');
            }
            case 'J' -> {
                buffer.number(bits);
                buffer.character('L');
            }
            case 'F' -> {
                float value = Float.intBitsToFloat((int) bits);
                buffer.ascii(Float.toString(value));
                if (Float.isFinite(value)) {
                    buffer.character('f');
                }
            }
            case 'D' -> buffer.ascii(Double.toString(Double.longBitsToDouble(bits)));
            default -> buffer.number(bits);
        }
    }

    /** One character of a literal; gives the number of characters written. */
    static int escaped(RecordBuffer buffer, int c, char quote) {
        String named = switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\\' -> "\\\\";
            default -> c == quote ? "\\" + quote : null;
        };
        if (named == null && !plain(c)) {
            named = unicode(c);
        }
        if (named == null) {
            buffer.character(c);
            return 1;
        }
        buffer.ascii(named);
        return named.length();
    }

    private static String unicode(int c) {
        String digits = "0123456789ABCDEF";
        return "\\u" + digits.charAt(c >> 12 & 15) + digits.charAt(c >> 8 & 15) + digits.charAt(c >> 4 & 15) + digits.charAt(c & 15);
    }

    private static boolean plain(int c) {
        return c >= ' ' && c < 0x7F || c >= 0xA0 && (c < 0xD800 || c > 0xDFFF);
    }

    static Object box(char kind, long bits) {
        return switch (kind) {
            case 'Z' -> bits != 0;
            case 'C' -> (char) bits;
            case 'B' -> (byte) bits;
            case 'S' -> (short) bits;
            case 'J' -> bits;
            case 'F' -> Float.intBitsToFloat((int) bits);
            case 'D' -> Double.longBitsToDouble(bits);
            default -> (int) bits;
        };
    }
}
