package codealchemy.trace;

/** A thread of the program as the recorder knows it. */
final class ThreadState {
    /** Bytes that the smallest compiled Java frame takes. */
    private static final int SMALLEST_FRAME = 48;
    private static final int DEFAULT_STACK = 1 << 20;
    private static final int PENDING = 8;

    final Thread thread;
    final long id;
    /** Zero until the thread has had its first turn. */
    int number;
    byte[] digits;
    /** Whether it stands in a probe and waits for its turn. */
    volatile boolean isWaiting;
    /** Depth at which the recorder declares a stack overflow, so that it comes at the same depth in every run. */
    final int deepest;
    /** Whether the thread belongs to a pool of the platform: when it ends is the pool's affair and differs from run to run. */
    final boolean isPooled;
    Frame top;
    private final Throwable[] pending = new Throwable[PENDING];
    private int next;

    ThreadState(Thread thread) {
        this.thread = thread;
        this.id = thread.getId();
        this.isPooled = ThreadDetails.isPooled(thread);
        long stack = ThreadDetails.size(thread);
        this.deepest = (int) Math.min(Integer.MAX_VALUE, Math.max(stack, DEFAULT_STACK) / SMALLEST_FRAME);
    }

    void name(int number) {
        this.number = number;
        this.digits = Integer.toString(number).getBytes();
    }

    /** Whether this exception was raised before and not caught since. An overflow of the stack counts as one, however often it is renewed. */
    boolean isPending(Throwable exception) {
        for (int i = 0; i < PENDING; i++) {
            if (pending[i] == exception) {
                return true;
            }
            if (pending[i] instanceof StackOverflowError && exception instanceof StackOverflowError) {
                pending[i] = exception;
                return true;
            }
        }
        return false;
    }

    void raised(Throwable exception) {
        pending[next] = exception;
        next = (next + 1) % PENDING;
    }

    void caught(Throwable exception) {
        for (int i = 0; i < PENDING; i++) {
            if (pending[i] == exception) {
                pending[i] = null;
            }
        }
    }

    void forget() {
        for (int i = 0; i < PENDING; i++) {
            pending[i] = null;
        }
    }
}
