package codealchemy.trace;

import jdk.internal.misc.TerminatingThreadLocal;

/** The state of each thread; hears of the end of a thread before anyone who joins it. */
final class ThreadStates extends TerminatingThreadLocal<ThreadState> {
    ThreadStates() {
        Memory.pinHash(this, 1);
    }

    @Override
    protected ThreadState initialValue() {
        return Recorder.started(Thread.currentThread());
    }

    @Override
    protected void threadTerminated(ThreadState state) {
        Recorder.ended(state);
    }
}
