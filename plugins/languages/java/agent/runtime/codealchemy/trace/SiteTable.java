package codealchemy.trace;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The table that the instrumenter wrote next to the classes. */
final class SiteTable {
    final Notation notation;
    final Map<String, ClassSite> classes = new HashMap<>();
    final MethodSite[] methods;

    SiteTable(String path) throws IOException {
        byte[] content;
        try (FileInputStream file = new FileInputStream(path)) {
            content = file.readAllBytes();
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        notation = Notation.of(string(in));
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(string(in), type(in));
        }
        methods = new MethodSite[in.readInt()];
        for (int i = 0; i < methods.length; i++) {
            methods[i] = method(in);
        }
    }

    private static ClassSite type(DataInputStream in) throws IOException {
        ClassSite site = new ClassSite();
        site.name = string(in);
        site.style = in.readChar();
        int count = in.readUnsignedShort();
        site.fields = new String[count];
        site.fieldNames = new String[count];
        for (int i = 0; i < count; i++) {
            site.fields[i] = string(in);
            site.fieldNames[i] = string(in);
        }
        return site;
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
        site.words = count + 63 >>> 6;
        for (int i = 0; i < count; i++) {
            site.variables[i] = text(in);
            site.types[i] = string(in);
            site.kinds[i] = in.readChar();
        }
        namesakes(site);
        site.bound = new String[count];
        for (int i = 0; i < count; i++) {
            if (in.readBoolean()) {
                site.bound[i] = new String(site.variables[i], StandardCharsets.UTF_8);
                site.isBinding = true;
            }
        }
    }

    private static void namesakes(MethodSite site) {
        int count = site.variables.length;
        site.namesakes = new long[count][];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (i != j && Arrays.equals(site.variables[i], site.variables[j])) {
                    site.namesakes[i] = site.namesakes[i] == null ? new long[site.words] : site.namesakes[i];
                    site.namesakes[i][j >>> 6] |= 1L << j;
                }
            }
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
