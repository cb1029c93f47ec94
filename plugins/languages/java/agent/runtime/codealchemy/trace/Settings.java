package codealchemy.trace;

import java.util.Iterator;
import java.util.Map;

/** What the host asked for, taken out of the environment before the program can look. */
final class Settings {
    private static final String PREFIX = "CODEALCHEMY_";
    private static final String DESCRIPTOR = "TRACE_FD";
    private static final String LIMITS = "TRACE_LIMITS";

    final int descriptor;
    final String sites;
    int events = 100_000;
    long bytes = 32L << 20;
    int depth = 4;
    int items = 32;
    int characters = 256;

    private Settings(int descriptor, String sites) {
        this.descriptor = descriptor;
        this.sites = sites;
    }

    /** Null when nothing is to be recorded. */
    static Settings take() throws ReflectiveOperationException {
        NativeEnvironment environment = new NativeEnvironment(PREFIX);
        String descriptor = environment.isReadable() ? environment.get(DESCRIPTOR) : System.getenv(PREFIX + DESCRIPTOR);
        String limits = environment.isReadable() ? environment.get(LIMITS) : System.getenv(PREFIX + LIMITS);
        String sites = System.clearProperty("codealchemy.sites");
        if (environment.isReadable()) {
            environment.hide();
        } else {
            hide();
        }
        if (descriptor == null || sites == null) {
            return null;
        }
        Settings settings = new Settings(Integer.parseInt(descriptor), sites);
        if (limits != null) {
            settings.read(limits);
        }
        return settings;
    }

    private void read(String limits) {
        int start = 0;
        while (start < limits.length()) {
            int end = limits.indexOf(',', start);
            end = end < 0 ? limits.length() : end;
            int equals = limits.indexOf('=', start);
            if (equals > start && equals < end) {
                set(limits.substring(start, equals), Long.parseLong(limits.substring(equals + 1, end)));
            }
            start = end + 1;
        }
    }

    private void set(String name, long value) {
        int small = (int) Math.min(value, Integer.MAX_VALUE);
        switch (name) {
            case "events" -> events = small;
            case "bytes" -> bytes = value;
            case "depth" -> depth = small;
            case "items" -> items = small;
            case "characters" -> characters = small;
            default -> {
            }
        }
    }

    /** Where the process's own environment can't be reached, at least the platform's copy of it. */
    private static void hide() throws ReflectiveOperationException {
        Class<?> owner = Class.forName("java.lang.ProcessEnvironment");
        Map<?, ?> environment = (Map<?, ?>) Memory.getStatic(owner, "theEnvironment");
        for (Iterator<?> names = environment.keySet().iterator(); names.hasNext();) {
            if (names.next().toString().startsWith(PREFIX)) {
                names.remove();
            }
        }
    }
}
