package codealchemy.trace;

import jdk.internal.misc.Unsafe;

/** Reads string builders without their locks. */
final class Builders {
    private static final Class<?> BASE = StringBuilder.class.getSuperclass();
    private static final long VALUE = Memory.offset(BASE, "value");
    private static final long CODER = Memory.offset(BASE, "coder");
    private static final long COUNT = Memory.offset(BASE, "count");

    private Builders() {
    }

    static int length(Object builder) {
        return Memory.UNSAFE.getInt(builder, COUNT);
    }

    static char at(Object builder, int index) {
        byte[] value = (byte[]) Memory.get(builder, VALUE);
        if (Memory.UNSAFE.getByte(builder, CODER) == 0) {
            return (char) (value[index] & 0xFF);
        }
        return 2 * index + 1 < value.length ? Memory.UNSAFE.getChar(value, Unsafe.ARRAY_BYTE_BASE_OFFSET + 2L * index) : '?';
    }

    /** The first characters, at most {@code limit}. */
    static String start(Object builder, int limit) {
        char[] text = new char[Math.min(limit, length(builder))];
        for (int i = 0; i < text.length; i++) {
            text[i] = at(builder, i);
        }
        return new String(text);
    }
}
