package codealchemy.trace;

import java.lang.reflect.Method;
import jdk.internal.misc.Unsafe;

/**
 * The process's own environment block. What is taken out here is gone for the platform, which has not read it yet, and for
 * child processes.
 */
final class NativeEnvironment {
    private final String prefix;
    private final long block;

    /** @param prefix beginning of the names of interest */
    NativeEnvironment(String prefix) throws ReflectiveOperationException {
        this.prefix = prefix;
        long symbol = symbol();
        block = symbol == 0 ? 0 : Memory.UNSAFE.getAddress(symbol);
    }

    /** Symbols are looked up through the platform's own native libraries, of which the one for channels is loaded first. */
    private static long symbol() throws ReflectiveOperationException {
        Class.forName("sun.nio.ch.FileChannelImpl");
        try {
            Method find = ClassLoader.class.getDeclaredMethod("findNative", ClassLoader.class, String.class);
            Access.force(find);
            return (Long) find.invoke(null, null, "environ");
        } catch (NoSuchMethodException e) {
            return 0;
        }
    }

    boolean isReadable() {
        return block != 0;
    }

    /** The value of a variable, or null. */
    String get(String name) {
        String start = prefix + name + '=';
        for (long at = block; Memory.UNSAFE.getAddress(at) != 0; at += 8) {
            long entry = Memory.UNSAFE.getAddress(at);
            if (startsWith(entry, start)) {
                return text(entry + start.length());
            }
        }
        return null;
    }

    private static String text(long at) {
        StringBuilder text = new StringBuilder();
        for (byte b = Memory.UNSAFE.getByte(at); b != 0; b = Memory.UNSAFE.getByte(++at)) {
            text.append((char) b);
        }
        return text.toString();
    }

    /** Takes all variables out whose names have the prefix. */
    void hide() {
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

    private static boolean startsWith(long text, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (Memory.UNSAFE.getByte(text + i) != start.charAt(i)) {
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
