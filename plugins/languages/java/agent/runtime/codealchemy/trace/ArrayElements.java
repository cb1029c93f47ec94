package codealchemy.trace;

import jdk.internal.misc.Unsafe;

/** Reads primitives out of arrays and objects as bits. */
final class ArrayElements {
    private ArrayElements() {
    }

    static int length(char kind, Object array) {
        return switch (kind) {
            case 'I' -> ((int[]) array).length;
            case 'J' -> ((long[]) array).length;
            case 'D' -> ((double[]) array).length;
            case 'F' -> ((float[]) array).length;
            case 'C' -> ((char[]) array).length;
            case 'Z' -> ((boolean[]) array).length;
            case 'B' -> ((byte[]) array).length;
            default -> ((short[]) array).length;
        };
    }

    static long bits(char kind, Object array, int index) {
        return switch (kind) {
            case 'I' -> ((int[]) array)[index];
            case 'J' -> ((long[]) array)[index];
            case 'D' -> Double.doubleToRawLongBits(((double[]) array)[index]);
            case 'F' -> Float.floatToRawIntBits(((float[]) array)[index]);
            case 'C' -> ((char[]) array)[index];
            case 'Z' -> ((boolean[]) array)[index] ? 1 : 0;
            case 'B' -> ((byte[]) array)[index];
            default -> ((short[]) array)[index];
        };
    }

    static long read(char kind, Object owner, long offset) {
        Unsafe unsafe = Memory.UNSAFE;
        return switch (kind) {
            case 'I', 'F' -> unsafe.getInt(owner, offset);
            case 'J', 'D' -> unsafe.getLong(owner, offset);
            case 'C' -> unsafe.getChar(owner, offset);
            case 'Z' -> unsafe.getBoolean(owner, offset) ? 1 : 0;
            case 'B' -> unsafe.getByte(owner, offset);
            default -> unsafe.getShort(owner, offset);
        };
    }
}
