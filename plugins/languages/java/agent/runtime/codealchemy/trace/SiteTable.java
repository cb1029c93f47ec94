package codealchemy.trace;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The table that the instrumenter wrote next to the classes. */
final class SiteTable {
    final Set<String> classes = new HashSet<>();
    final MethodSite[] methods;

    SiteTable(String path) throws IOException {
        byte[] content;
        try (FileInputStream file = new FileInputStream(path)) {
            content = file.readAllBytes();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        for (int left = in.readInt(); left > 0; left--) {
            classes.add(string(in));
        }
        methods = new MethodSite[in.readInt()];
        for (int i = 0; i < methods.length; i++) {
            methods[i] = method(in);
        }
    }

    private static MethodSite method(DataInputStream in) throws IOException {
        MethodSite site = new MethodSite();
        site.name = text(in);
        byte[] file = text(in);
        site.file = file.length == 0 ? null : file;
        site.line = in.readInt();
        site.result = in.readChar();
        site.resultType = string(in);
        variables(site, in);
        lines(site, in);
        return site;
    }

    private static void variables(MethodSite site, DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        site.variables = new byte[count][];
        site.types = new String[count];
        site.kinds = new char[count];
        site.twins = new int[count];
        site.words = count + 63 >>> 6;
        for (int i = 0; i < count; i++) {
            site.variables[i] = text(in);
            site.types[i] = string(in);
            site.kinds[i] = in.readChar();
            site.twins[i] = in.readShort();
        }
    }

    private static void lines(MethodSite site, DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        site.lines = new int[count];
        site.scopes = new long[count][site.words];
        for (int i = 0; i < count; i++) {
            site.lines[i] = in.readInt();
            for (int word = 0; word < site.words; word++) {
                site.scopes[i][word] = in.readLong();
            }
        }
    }

    /** A length and UTF-8 that needs no escaping on the wire. */
    private static byte[] text(DataInputStream in) throws IOException {
        byte[] text = new byte[in.readUnsignedShort()];
        in.readFully(text);
        return text;
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(text(in), StandardCharsets.UTF_8);
    }
}
