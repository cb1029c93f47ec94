package codealchemy.trace;

import java.util.Map;

/** One invocation of a method of the program. Its public methods are the probes that the instrumented code calls. */
public final class Frame {
    /** Tells where the thread's identity hashes stood when the recorder began; the first thing that it does. */
    static final int FIRST_HASH = new Object().hashCode();
    static final Frame OFF = new Frame();

    final MethodSite site;
    final ThreadState thread;
    final Frame parent;
    final int depth;
    /** What stands for this call when it goes on later, and the map in which a script keeps variables by name. */
    Object continuation;
    Map<?, ?> binding;
    /** Zero until the call has been recorded. */
    int number;
    int line;
    final long[] bits;
    final Object[] values;
    final long[] digests;
    final byte[][] texts;
    final long[] shown;
    /** Sets of variables: assigned since the last event, seen in the trace, and to be looked at again because they can change inside. */
    final long[] assigned;
    final long[] seen;
    final long[] watched;

    private Frame() {
        site = null;
        thread = null;
        parent = null;
        depth = 0;
        bits = shown = assigned = seen = watched = digests = null;
        values = null;
        texts = null;
    }

    Frame(MethodSite site, ThreadState thread, Frame parent) {
        this.site = site;
        this.thread = thread;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.line = site.line;
        int count = site.variables.length;
        bits = new long[count];
        shown = new long[count];
        values = new Object[count];
        digests = new long[count];
        texts = new byte[count][];
        assigned = new long[site.words];
        seen = new long[site.words];
        watched = new long[site.words];
    }

    /** Takes up the variables that a script keeps by name. */
    void readBound() {
        if (binding == null) {
            return;
        }
        for (int i = 0; i < site.bound.length; i++) {
            if (site.bound[i] != null && binding.containsKey(site.bound[i])) {
                set(i, binding.get(site.bound[i]));
            }
        }
    }

    /** Tells what the call goes on as when the method runs again. */
    public void resumes(Object receiver) {
        continuation = receiver;
    }

    /** Tells which script keeps the variables that are read by name. */
    public void binds(Object script) {
        binding = GroovyShapes.binding(script);
    }

    /** A method begins; its parameters follow by the set probes, then {@link #called}. */
    public static Frame enter(int method) {
        return Recorder.off ? OFF : Recorder.enter(method);
    }

    public void set(int variable, int value) {
        set(variable, (long) value);
    }

    public void set(int variable, long value) {
        if (bits != null) {
            bits[variable] = value;
            assigned[variable >>> 6] |= 1L << variable;
        }
    }

    public void set(int variable, float value) {
        set(variable, (long) Float.floatToRawIntBits(value));
    }

    public void set(int variable, double value) {
        set(variable, Double.doubleToRawLongBits(value));
    }

    public void set(int variable, Object value) {
        if (bits != null) {
            values[variable] = value;
            assigned[variable >>> 6] |= 1L << variable;
        }
    }

    public void called() {
        if (!Recorder.off && thread != null) {
            Turns.check(thread);
            Recorder.call(this);
        }
    }

    public void line(int place) {
        if (!Recorder.off && thread != null) {
            Turns.check(thread);
            Recorder.line(this, place);
        }
    }

    public void leave(int place) {
        if (!Recorder.off && thread != null) {
            Turns.check(thread);
            Recorder.leave(this, place);
        }
    }

    public static void leave(int value, Frame frame, int place) {
        leave((long) value, frame, place);
    }

    public static void leave(long value, Frame frame, int place) {
        if (!Recorder.off && frame.thread != null) {
            Turns.check(frame.thread);
            Recorder.leave(frame, place, value);
        }
    }

    public static void leave(float value, Frame frame, int place) {
        leave((long) Float.floatToRawIntBits(value), frame, place);
    }

    public static void leave(double value, Frame frame, int place) {
        leave(Double.doubleToRawLongBits(value), frame, place);
    }

    public static void leave(Object value, Frame frame, int place) {
        if (!Recorder.off && frame.thread != null) {
            Turns.check(frame.thread);
            Recorder.leave(frame, place, value);
        }
    }

    /** A throw statement is about to run. */
    public static void thrown(Throwable exception, Frame frame) {
        if (!Recorder.off && frame.thread != null && exception != null) {
            Turns.check(frame.thread);
            Recorder.thrown(frame, exception);
        }
    }

    /** A catch clause of the program was entered. */
    public static void caught(Throwable exception, Frame frame, int place) {
        if (!Recorder.off && frame.thread != null) {
            Turns.check(frame.thread);
            Recorder.caught(frame, exception, place);
        }
    }

    /** A handler that the compiler made (finally, synchronized, try-with-resources) was entered. */
    public static void passing(Throwable exception, Frame frame) {
        if (!Recorder.off && frame.thread != null) {
            Turns.check(frame.thread);
            Recorder.passing(frame, exception);
        }
    }

    /** The frame is left by an exception. */
    public static void unwound(Throwable exception, Frame frame) {
        if (!Recorder.off && frame.thread != null) {
            Turns.check(frame.thread);
            Recorder.unwound(frame, exception);
        }
    }
}
