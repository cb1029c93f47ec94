package codealchemy.instrument;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.internal.org.objectweb.asm.tree.ClassNode;

/** Collects what the recorder must know of each method. */
final class SiteTableWriter {
    private final String mainFile;
    private final Dialect dialect;
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final List<MethodSites> methods = new ArrayList<>();

    SiteTableWriter(String mainFile, Dialect dialect) {
        this.mainFile = mainFile;
        this.dialect = dialect;
    }

    void addClass(ClassNode node) {
        classes.putIfAbsent(node.name, node);
    }

    int add(MethodSites method) {
        methods.add(method);
        return methods.size() - 1;
    }

    int size() {
        return methods.size();
    }

    void truncate(int size) {
        methods.subList(size, methods.size()).clear();
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Texts.write(out, dialect.name());
        out.writeInt(classes.size());
        for (ClassNode node : classes.values()) {
            write(out, node);
        }
        out.writeInt(methods.size());
        for (MethodSites method : methods) {
            method.write(out, mainFile);
        }
        return bytes.toByteArray();
    }

    private void write(DataOutputStream out, ClassNode node) throws IOException {
        Texts.write(out, node.name.replace('/', '.'));
        Texts.write(out, dialect.className(node));
        out.writeChar(dialect.style(node));
        List<Dialect.ShownField> fields = dialect.fields(node);
        out.writeShort(fields.size());
        for (Dialect.ShownField field : fields) {
            Texts.write(out, field.field());
            Texts.write(out, field.name());
        }
    }
}
