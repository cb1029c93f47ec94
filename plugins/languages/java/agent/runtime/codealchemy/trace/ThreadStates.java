package codealchemy.trace;

import jdk.internal.misc.TerminatingThreadLocal;

/** The state of each thread; hears of the end of a thread before anyone who joins it. */
final class ThreadStates extends TerminatingThreadLocal<ThreadState> {
    ThreadStates() {
        Memory.pinHash(this, 1);
    }

    @Override
    protected ThreadState initialValue() {
        ThreadState state = new ThreadState(Thread.currentThread());
        Turns.add(state);
        if (Turns.owner == state) {
            Recorder.announce(state);
        }
        return state;
    }

    @Override
    protected void threadTerminated(ThreadState state) {
        Recorder.ended(state);
    }
}
