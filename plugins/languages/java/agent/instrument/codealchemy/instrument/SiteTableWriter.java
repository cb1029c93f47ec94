package codealchemy.instrument;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects what the recorder must know of each method. */
final class SiteTableWriter {
    private final String mainFile;
    private final List<String> classes = new ArrayList<>();
    private final List<MethodSites> methods = new ArrayList<>();

    SiteTableWriter(String mainFile) {
        this.mainFile = mainFile;
    }

    void addClass(String name) {
        if (!classes.contains(name)) {
            classes.add(name);
        }
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
        out.writeInt(classes.size());
        for (String name : classes) {
            Texts.write(out, name);
        }
        out.writeInt(methods.size());
        for (MethodSites method : methods) {
            method.write(out, mainFile);
        }
        return bytes.toByteArray();
    }
}
