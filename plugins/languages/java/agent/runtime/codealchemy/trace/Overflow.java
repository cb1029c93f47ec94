package codealchemy.trace;

import java.util.Arrays;

/** The stack overflow that the recorder declares, without its own frames on top. */
final class Overflow {
    private static final String OWN = Overflow.class.getPackageName() + ".";

    private Overflow() {
    }

    static StackOverflowError create() {
        StackOverflowError error = new StackOverflowError();
        StackTraceElement[] trace = error.getStackTrace();
        int own = 0;
        while (own < trace.length && trace[own].getClassName().startsWith(OWN)) {
            own++;
        }
        error.setStackTrace(Arrays.copyOfRange(trace, own, trace.length));
        return error;
    }
}
