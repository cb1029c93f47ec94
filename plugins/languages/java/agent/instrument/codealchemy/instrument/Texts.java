package codealchemy.instrument;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes names for the recorder, which copies them into its records as they are. */
final class Texts {
    private Texts() {
    }

    /** A length and UTF-8, in which the bytes that the trace wire reserves are escaped. */
    static void write(DataOutputStream out, String text) throws IOException {
        String escaped = text.replace("\u0010", "\u0010\u0050").replace("\u001F", "\u0010\u005F");
        byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }
}
