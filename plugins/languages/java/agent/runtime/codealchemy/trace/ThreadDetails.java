package codealchemy.trace;

/** What the platform knows of a thread and does not tell. */
final class ThreadDetails {
    private static final long STACK = Memory.offset(Thread.class, "stackSize");
    private static final long TARGET = Memory.offset(Thread.class, "target");

    private ThreadDetails() {
    }

    /** The stack size that the program asked for, in bytes; 0 when it left it to the platform. */
    static long size(Thread thread) {
        return STACK < 0 ? 0 : Memory.UNSAFE.getLong(thread, STACK);
    }

    static boolean isPooled(Thread thread) {
        Object target = Memory.get(thread, TARGET);
        return isPlatform(thread.getClass()) && thread.getClass() != Thread.class
            || target != null && isPlatform(target.getClass()) && target.getClass().getName().endsWith("$Worker");
    }

    private static boolean isPlatform(Class<?> type) {
        return type.getClassLoader() == null;
    }
}
