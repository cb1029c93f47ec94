package codealchemy.trace;

import java.io.IOException;

/** Sets the recorder up, before the first line of the program runs. */
final class Startup {
    private Startup() {
    }

    static void run() throws IOException, ReflectiveOperationException {
        Settings settings = Settings.take();
        if (settings == null) {
            return;
        }
        SiteTable table = new SiteTable(settings.sites);
        TraceFile file = new TraceFile(settings.descriptor, settings.bytes);
        StandardStreams.hook();
        Recorder.start(settings, table, file);
    }
}
