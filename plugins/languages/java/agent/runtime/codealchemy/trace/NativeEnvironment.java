package codealchemy.trace;

import java.lang.reflect.Method;
import jdk.internal.misc.Unsafe;

/** Takes variables out of the process's own environment block, which child processes inherit. */
final class NativeEnvironment {
    private NativeEnvironment() {
    }

    static void hide(String prefix) {
        try {
            Method find = ClassLoader.class.getDeclaredMethod("findNative", ClassLoader.class, String.class);
            Access.force(find);
            long symbol = (Long) find.invoke(null, null, "environ");
            if (symbol != 0) {
                remove(Memory.UNSAFE.getAddress(symbol), prefix);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Only children and /proc would still see the variables.
        }
    }

    private static void remove(long block, String prefix) {
        Unsafe unsafe = Memory.UNSAFE;
        long to = block;
        for (long from = block; ; from += 8) {
            long entry = unsafe.getAddress(from);
            if (entry != 0 && startsWith(entry, prefix)) {
                blank(entry);
                continue;
            }
            unsafe.putAddress(to, entry);
            to += 8;
            if (entry == 0) {
                return;
            }
        }
    }

    private static boolean startsWith(long text, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (Memory.UNSAFE.getByte(text + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void blank(long text) {
        for (long at = text; Memory.UNSAFE.getByte(at) != 0; at++) {
            Memory.UNSAFE.putByte(at, (byte) 0);
        }
    }
}
