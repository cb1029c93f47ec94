package codealchemy.trace;

/** Turns what the probes tell into records, one at a time over all threads. Runs no code of the program. */
final class Recorder {
    /** No more recording: nothing was asked for, or a limit was reached. */
    static boolean off = true;

    private static final RecordBuffer BUFFER = new RecordBuffer();
    private static final Continuations RESUMED = new Continuations();
    private static SiteTable sites;
    private static TraceFile file;
    private static VariableWriter variables;
    private static ThreadStates states;
    private static int eventsLeft;
    private static int frames;
    private static int threads;
    private static boolean busy;

    static {
        try {
            Access.open();
            Startup.run();
            HashSequence.rewind(Frame.FIRST_HASH);
        } catch (Throwable e) {
            // A program that can't be traced still runs.
        }
    }

    private Recorder() {
    }

    static void start(Settings settings, SiteTable table, TraceFile target) {
        sites = table;
        file = target;
        eventsLeft = settings.events;
        variables = new VariableWriter(BUFFER, new ValueWriter(BUFFER, settings, table.notation, table.classes));
        Warmup.run(BUFFER, settings, table);
        states = new ThreadStates();
        states.get();
        off = false;
    }

    /** Numbers a thread that runs for the first time. */
    static synchronized void announce(ThreadState state) {
        state.name(++threads);
        if (state.number > 1 && !off) {
            note(state, "start");
        }
    }

    static void ended(ThreadState state) {
        if (!off && state.number > 1) {
            Turns.check(state);
            end(state);
        }
        Turns.remove(state);
    }

    private static synchronized void end(ThreadState state) {
        if (!off && !state.isPooled) {
            note(state, "end");
        }
    }

    private static void note(ThreadState state, String what) {
        BUFFER.begin('t');
        BUFFER.field(state.number);
        BUFFER.separator();
        BUFFER.ascii(what);
        commit();
    }

    static Frame enter(int method) {
        ThreadState thread = states.get();
        Turns.check(thread);
        Frame parent = thread.top;
        if (parent != null && parent.depth >= thread.deepest) {
            throw Overflow.create();
        }
        return new Frame(sites.methods[method], thread, parent);
    }

    static synchronized void call(Frame frame) {
        if (busy) {
            return;
        }
        dropAbove(frame.thread, frame.parent);
        int number = frame.continuation == null ? frames + 1 : RESUMED.number(frame.continuation, frames + 1);
        BUFFER.begin('c');
        BUFFER.field(number);
        BUFFER.field(frame.depth);
        BUFFER.field(frame.line);
        BUFFER.field(frame.site.name);
        if (frame.site.file != null) {
            BUFFER.field('f');
            BUFFER.field(frame.site.file);
        }
        items(frame, null);
        commit();
        frames = Math.max(frames, number);
        frame.number = number;
        frame.thread.top = frame;
    }

    static synchronized void line(Frame frame, int place) {
        if (busy) {
            return;
        }
        dropAbove(frame.thread, frame);
        frame.line = frame.site.lines[place];
        begin('l', frame);
        items(frame, frame.site.scopes[place]);
        commit();
    }

    static synchronized void leave(Frame frame, int place) {
        if (beginLeave(frame, place)) {
            endLeave(frame);
        }
    }

    static synchronized void leave(Frame frame, int place, long bits) {
        if (beginLeave(frame, place)) {
            variables.result(frame.site, bits);
            endLeave(frame);
        }
    }

    static synchronized void leave(Frame frame, int place, Object value) {
        if (beginLeave(frame, place)) {
            variables.result(frame.site, value);
            endLeave(frame);
        }
    }

    private static boolean beginLeave(Frame frame, int place) {
        if (busy) {
            return false;
        }
        dropAbove(frame.thread, frame);
        begin('r', frame);
        items(frame, frame.site.scopes[place]);
        return true;
    }

    private static void endLeave(Frame frame) {
        commit();
        pop(frame);
    }

    private static void pop(Frame frame) {
        frame.thread.top = frame.parent;
        if (frame.parent == null) {
            frame.thread.forget();
        }
    }

    static synchronized void thrown(Frame frame, Throwable exception) {
        if (!busy) {
            dropAbove(frame.thread, frame);
            raise(frame.thread, exception);
        }
    }

    static synchronized void caught(Frame frame, Throwable exception, int place) {
        if (busy) {
            return;
        }
        raise(frame.thread, exception);
        dropAbove(frame.thread, frame);
        frame.thread.caught(exception);
        frame.line = frame.site.lines[place];
        begin('k', frame);
        exception(exception);
        items(frame, frame.site.scopes[place]);
        commit();
    }

    static synchronized void passing(Frame frame, Throwable exception) {
        if (!busy) {
            raise(frame.thread, exception);
            dropAbove(frame.thread, frame);
        }
    }

    static synchronized void unwound(Frame frame, Throwable exception) {
        if (busy) {
            return;
        }
        raise(frame.thread, exception);
        dropAbove(frame.thread, frame);
        drop(frame);
    }

    /** An exception is written once, by the deepest frame that knows of it. */
    private static void raise(ThreadState thread, Throwable exception) {
        if (thread.top == null || thread.isPending(exception)) {
            return;
        }
        thread.raised(exception);
        begin('x', thread.top);
        exception(exception);
        items(thread.top, null);
        commit();
    }

    private static void exception(Throwable exception) {
        BUFFER.separator();
        variables.values().typeName(exception);
        BUFFER.separator();
        variables.values().message(exception);
    }

    /** Frames that were left without a probe: constructors that failed before their superclass's was done, and overflown stacks. */
    private static void dropAbove(ThreadState thread, Frame frame) {
        while (thread.top != null && thread.top != frame && (frame == null || thread.top.depth > frame.depth)) {
            drop(thread.top);
        }
    }

    private static void drop(Frame frame) {
        if (frame.number > 0) {
            begin('r', frame);
            BUFFER.field('u');
            if (frame.thread.number > 1) {
                BUFFER.field('h');
                BUFFER.field(frame.thread.digits);
            }
            commit();
            pop(frame);
        }
    }

    private static void begin(char kind, Frame frame) {
        BUFFER.begin(kind);
        BUFFER.field(frame.number);
        BUFFER.field(frame.line);
    }

    private static void items(Frame frame, long[] scope) {
        busy = true;
        try {
            if (frame.thread.number > 1) {
                BUFFER.field('h');
                BUFFER.field(frame.thread.digits);
            }
            variables.changes(frame, scope);
        } finally {
            busy = false;
        }
    }

    /** Bytes that went through a standard stream. */
    static void transfer(char kind, int descriptor, byte[] bytes, int offset, int length) {
        if (!off && length > 0) {
            Turns.check(Thread.currentThread());
            bytes(kind, descriptor, bytes, offset, length);
        }
    }

    private static synchronized void bytes(char kind, int descriptor, byte[] bytes, int offset, int length) {
        if (off || busy) {
            return;
        }
        BUFFER.begin(kind);
        BUFFER.field(descriptor);
        BUFFER.separator();
        BUFFER.raw(bytes, offset, length);
        commit();
    }

    private static void commit() {
        if (off) {
            return;
        }
        if (eventsLeft == 0) {
            stop("events");
            return;
        }
        BUFFER.close();
        int length = BUFFER.end - BUFFER.start();
        if (!file.fits(length)) {
            stop("bytes");
            return;
        }
        file.append(BUFFER.bytes, BUFFER.start(), length);
        eventsLeft--;
        Turns.count();
    }

    private static void stop(String limit) {
        BUFFER.begin('z');
        BUFFER.separator();
        BUFFER.ascii(limit);
        BUFFER.close();
        file.append(BUFFER.bytes, BUFFER.start(), BUFFER.end - BUFFER.start());
        off = true;
    }
}
