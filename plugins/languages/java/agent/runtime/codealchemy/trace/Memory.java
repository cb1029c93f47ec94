package codealchemy.trace;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/** Reads and writes fields and native memory past access checks. */
final class Memory {
    static final Unsafe UNSAFE = Unsafe.getUnsafe();

    private Memory() {
    }

    /** The offset of an instance field, or -1 where this platform has no such field. */
    static long offset(Class<?> owner, String name) {
        try {
            return UNSAFE.objectFieldOffset(owner, name);
        } catch (RuntimeException | Error e) {
            return -1;
        }
    }

    static long offset(Field field) {
        return UNSAFE.objectFieldOffset(field);
    }

    static Object get(Object owner, long offset) {
        return offset < 0 ? null : UNSAFE.getReference(owner, offset);
    }

    static Object getStatic(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        return UNSAFE.getReference(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
    }

    /**
     * Gives a fresh object an identity hash of our choice. Asking the platform for one would advance the thread's generator
     * and so change the hashes that the program sees later. The object must not be shared or locked yet.
     */
    static void pinHash(Object fresh, int hash) {
        long mark = UNSAFE.getLong(fresh, 0L);
        if ((mark & 7L) == 1L && mark >>> 8 == 0) {
            UNSAFE.putLong(fresh, 0L, mark | (long) (hash & 0x7fffff) << 8);
        }
    }
}
