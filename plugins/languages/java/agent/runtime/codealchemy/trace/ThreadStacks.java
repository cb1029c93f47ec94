package codealchemy.trace;

/** The stack size that the program asked for when it made a thread. */
final class ThreadStacks {
    private static final long SIZE = Memory.offset(Thread.class, "stackSize");

    private ThreadStacks() {
    }

    /** In bytes; 0 when the program left it to the platform. */
    static long size(Thread thread) {
        return SIZE < 0 ? 0 : Memory.UNSAFE.getLong(thread, SIZE);
    }
}
