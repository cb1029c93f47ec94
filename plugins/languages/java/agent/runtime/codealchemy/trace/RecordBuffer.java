package codealchemy.trace;

import java.util.Arrays;

/** One record under construction: fields separated by 0x1F, framed as a netstring. Not thread-safe. */
final class RecordBuffer {
    static final byte SEPARATOR = 0x1F;
    private static final byte ESCAPE = 0x10;
    private static final int HEAD = 12;

    byte[] bytes = new byte[1 << 14];
    int end;
    private int start;

    void begin(char kind) {
        end = HEAD;
        bytes[end++] = (byte) kind;
    }

    void separator() {
        ensure(1);
        bytes[end++] = SEPARATOR;
    }

    void field(byte[] escaped) {
        ensure(escaped.length + 1);
        bytes[end++] = SEPARATOR;
        System.arraycopy(escaped, 0, bytes, end, escaped.length);
        end += escaped.length;
    }

    void field(char item) {
        ensure(2);
        bytes[end++] = SEPARATOR;
        bytes[end++] = (byte) item;
    }

    void field(long number) {
        separator();
        number(number);
    }

    /** An item such as {@code =name}; gives the place of its first character, which may change later. */
    int item(char mark, byte[] name) {
        ensure(name.length + 2);
        bytes[end++] = SEPARATOR;
        int place = end;
        bytes[end++] = (byte) mark;
        System.arraycopy(name, 0, bytes, end, name.length);
        end += name.length;
        return place;
    }

    void ascii(String text) {
        int length = text.length();
        ensure(length);
        text.getBytes(0, length, bytes, end);
        end += length;
    }

    void number(long value) {
        ensure(20);
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                ascii("-9223372036854775808");
                return;
            }
            bytes[end++] = '-';
            value = -value;
        }
        int digits = digits(value);
        for (int at = end + digits - 1; at >= end; at--) {
            bytes[at] = (byte) ('0' + value % 10);
            value /= 10;
        }
        end += digits;
    }

    /** One code point as UTF-8, escaped where the wire asks for it. */
    void character(int c) {
        ensure(4);
        byte[] b = bytes;
        if (c < 0x80) {
            if (c == SEPARATOR || c == ESCAPE) {
                b[end++] = ESCAPE;
                c ^= 0x40;
            }
            b[end++] = (byte) c;
        } else if (c < 0x800) {
            b[end++] = (byte) (0xC0 | c >> 6);
            b[end++] = (byte) (0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            b[end++] = (byte) (0xE0 | c >> 12);
            b[end++] = (byte) (0x80 | c >> 6 & 0x3F);
            b[end++] = (byte) (0x80 | c & 0x3F);
        } else {
            b[end++] = (byte) (0xF0 | c >> 18);
            b[end++] = (byte) (0x80 | c >> 12 & 0x3F);
            b[end++] = (byte) (0x80 | c >> 6 & 0x3F);
            b[end++] = (byte) (0x80 | c & 0x3F);
        }
    }

    /** Bytes of any kind, escaped. */
    void raw(byte[] source, int offset, int length) {
        ensure(2 * length);
        for (int i = offset; i < offset + length; i++) {
            byte b = source[i];
            if (b == SEPARATOR || b == ESCAPE) {
                bytes[end++] = ESCAPE;
                b ^= 0x40;
            }
            bytes[end++] = b;
        }
    }

    /** Bytes that are escaped already. */
    void copyFrom(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    /** Closes the record; it then lies in {@link #bytes} from {@link #start()} to {@link #end}. */
    void close() {
        int length = end - HEAD;
        ensure(1);
        bytes[end++] = ',';
        int at = HEAD;
        bytes[--at] = ':';
        do {
            bytes[--at] = (byte) ('0' + length % 10);
            length /= 10;
        } while (length > 0);
        start = at;
    }

    int start() {
        return start;
    }

    byte[] copy(int from) {
        return Arrays.copyOfRange(bytes, from, end);
    }

    private void ensure(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }

    private static int digits(long value) {
        int digits = 1;
        while (value >= 10) {
            value /= 10;
            digits++;
        }
        return digits;
    }
}
