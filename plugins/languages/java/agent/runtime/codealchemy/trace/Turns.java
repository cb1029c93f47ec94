package codealchemy.trace;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets one thread of the program run at a time, until it blocks, ends or has used up its share of events; then the next one
 * in the order of creation runs. Threads that are ordered by the program's own waiting thus come out alike in every run. A
 * thread is stopped only in a probe, and never by a lock or a park that the program could notice.
 */
final class Turns {
    private static final int SHARE = 1000;
    /** How often in a row a turn must look free, because a thread that was woken needs a moment to run. */
    private static final int SETTLED = 40;
    private static final int SPINS = 2000;
    /** How long a thread may run without an event while another one waits. */
    private static final long PATIENCE = 100_000_000L;

    static volatile ThreadState owner;

    private static final List<ThreadState> THREADS = new ArrayList<>();
    private static long last;
    private static int used;
    private static volatile int progress;
    private static Method liveThreads;

    private Turns() {
    }

    static synchronized void add(ThreadState state) {
        if (THREADS.isEmpty()) {
            owner = state;
            last = state.id;
        }
        THREADS.add(state);
    }

    static synchronized void remove(ThreadState state) {
        THREADS.remove(state);
        if (owner == state) {
            owner = null;
        }
    }

    /** Called for each event, by the owner. */
    static void count() {
        progress++;
        if (THREADS.size() > 1 && ++used >= SHARE) {
            owner = null;
        }
    }

    /** Comes before everything that is recorded. */
    static void check(ThreadState me) {
        if (owner != me) {
            take(me);
        }
    }

    /** The same for a thread in which code of the program may or may not have run yet. */
    static void check(Thread thread) {
        ThreadState current = owner;
        if (current == null || current.thread != thread) {
            ThreadState state = find(thread);
            if (state != null) {
                check(state);
            }
        }
    }

    private static synchronized ThreadState find(Thread thread) {
        for (ThreadState state : THREADS) {
            if (state.thread == thread) {
                return state;
            }
        }
        return null;
    }

    /** Waits until it is this thread's turn. */
    private static void take(ThreadState me) {
        me.isWaiting = true;
        boolean interrupted = false;
        int settled = 0;
        int spins = 0;
        int seen = progress;
        long since = System.nanoTime();
        while (!Recorder.off) {
            if (seen != progress) {
                seen = progress;
                since = System.nanoTime();
            }
            boolean impatient = System.nanoTime() - since > PATIENCE;
            settled = isFree(me, impatient) ? settled + 1 : 0;
            if (settled > SETTLED && claim(me)) {
                break;
            }
            interrupted |= pause(++spins);
        }
        me.isWaiting = false;
        if (interrupted) {
            me.thread.interrupt();
        }
        if (me.number == 0) {
            Recorder.announce(me);
        }
    }

    private static synchronized boolean claim(ThreadState me) {
        if (!isOpen() || next() != me) {
            return false;
        }
        owner = me;
        last = me.id;
        used = 0;
        return true;
    }

    private static synchronized boolean isFree(ThreadState me, boolean impatient) {
        if (!impatient && (!isOpen() || someoneRuns(me))) {
            return false;
        }
        if (impatient) {
            owner = null;
        }
        return next() == me;
    }

    private static boolean isOpen() {
        ThreadState current = owner;
        return current == null || current.isWaiting || current.thread.getState() != Thread.State.RUNNABLE;
    }

    /** The waiting thread that was made next after the one that ran last. */
    private static ThreadState next() {
        ThreadState later = null;
        ThreadState first = null;
        for (ThreadState state : THREADS) {
            if (state.isWaiting) {
                first = first == null || state.id < first.id ? state : first;
                if (state.id > last) {
                    later = later == null || state.id < later.id ? state : later;
                }
            }
        }
        return later != null ? later : first;
    }

    /** Whether a thread of the program runs that has not come to a probe yet. */
    private static boolean someoneRuns(ThreadState me) {
        for (Thread thread : liveThreads()) {
            if (thread != me.thread && thread.getState() == Thread.State.RUNNABLE && !isWaiting(thread) && isOfProgram(thread)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWaiting(Thread thread) {
        ThreadState state = find(thread);
        return state != null && state.isWaiting;
    }

    private static boolean isOfProgram(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getParent() != null && !thread.getName().equals("DestroyJavaVM");
    }

    private static Thread[] liveThreads() {
        try {
            if (liveThreads == null) {
                liveThreads = Thread.class.getDeclaredMethod("getThreads");
                Access.force(liveThreads);
            }
            return (Thread[]) liveThreads.invoke(null);
        } catch (ReflectiveOperationException e) {
            return new Thread[0];
        }
    }

    /** Neither parks nor waits on a monitor: both could be noticed. Tells whether the thread was interrupted meanwhile. */
    private static boolean pause(int spins) {
        if (spins < SPINS) {
            Thread.yield();
            return false;
        }
        try {
            Thread.sleep(1);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }
}
