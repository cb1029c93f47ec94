package codealchemy.trace;

import jdk.internal.misc.Unsafe;

/**
 * Sets the generator of the thread's identity hashes back to where it was before the recorder was set up. Loading classes
 * advances it, and what the program sees of it (printed objects, the order of hash sets) would change. HotSpot keeps four
 * 32-bit words of Marsaglia's xor-shift in the native thread, in the order w, x, y, z; w is the latest hash.
 */
final class HashSequence {
    /** Hashes that are drawn while the first class of the recorder loads, before anything of it can run. */
    private static final int BEFORE = 1;
    private static final int SEARCH_BYTES = 1024;
    private static final int SEARCH_STEPS = 100_000;
    private static final int MASK = 0x7fffffff;

    private HashSequence() {
    }

    /** @param first a hash that was drawn when the recorder began */
    static void rewind(int first) {
        long thread = Memory.UNSAFE.getLong(Thread.currentThread(), Memory.offset(Thread.class, "eetop"));
        int one = new Object().hashCode();
        int two = new Object().hashCode();
        int three = new Object().hashCode();
        long state = find(thread, one, two, three);
        if (state != 0) {
            rewind(state, first);
        }
    }

    private static long find(long thread, int one, int two, int three) {
        Unsafe unsafe = Memory.UNSAFE;
        for (long at = thread; at < thread + SEARCH_BYTES; at += 4) {
            if ((unsafe.getInt(at) & MASK) == three && (unsafe.getInt(at + 12) & MASK) == two && (unsafe.getInt(at + 8) & MASK) == one) {
                return at;
            }
        }
        return 0;
    }

    private static void rewind(long at, int first) {
        Unsafe unsafe = Memory.UNSAFE;
        int w = unsafe.getInt(at);
        int x = unsafe.getInt(at + 4);
        int y = unsafe.getInt(at + 8);
        int z = unsafe.getInt(at + 12);
        int more = -1;
        for (int step = 0; step < SEARCH_STEPS && more != 0; step++) {
            more = more < 0 && (w & MASK) == first ? BEFORE + 1 : more;
            int mixed = w ^ z ^ z >>> 19;
            w = z;
            z = y;
            y = x;
            x = unshiftLeft(unshiftRight(mixed));
            more -= more > 0 ? 1 : 0;
        }
        if (more == 0) {
            unsafe.putInt(at, w);
            unsafe.putInt(at + 4, x);
            unsafe.putInt(at + 8, y);
            unsafe.putInt(at + 12, z);
        }
    }

    /** Solves {@code t ^ t >>> 8 == mixed}. */
    private static int unshiftRight(int mixed) {
        int t = mixed;
        for (int i = 0; i < 4; i++) {
            t = mixed ^ t >>> 8;
        }
        return t;
    }

    /** Solves {@code x ^ x << 11 == t}. */
    private static int unshiftLeft(int t) {
        int x = t;
        for (int i = 0; i < 3; i++) {
            x = t ^ x << 11;
        }
        return x;
    }
}
