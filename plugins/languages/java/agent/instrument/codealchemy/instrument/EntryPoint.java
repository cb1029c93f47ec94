package codealchemy.instrument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** Finds the class that starts a program: of those with a main method a script, else the one that stands first in the source. */
final class EntryPoint {
    private EntryPoint() {
    }

    /** The class's name; null when none has a main method. */
    static String find(List<Path> files) throws IOException {
        Map<String, ClassNode> nodes = new TreeMap<>();
        for (Path file : files) {
            ClassNode node = ClassRewriter.read(Files.readAllBytes(file));
            nodes.put(node.name, node);
        }
        return nodes.values().stream().filter(EntryPoint::hasMain)
            .min(Comparator.comparingInt(node -> line(node, nodes.get(node.name + '$'))))
            .map(node -> node.name.replace('/', '.')).orElse(null);
    }

    private static boolean hasMain(ClassNode node) {
        return (node.access & Opcodes.ACC_PUBLIC) != 0 && node.methods.stream().anyMatch(EntryPoint::isMain);
    }

    private static boolean isMain(MethodNode method) {
        int wanted = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        return method.name.equals("main") && method.desc.equals("([Ljava/lang/String;)V") && (method.access & wanted) == wanted;
    }

    /** The first line of a main method; where only an object behind the class has lines, the first of those. */
    private static int line(ClassNode node, ClassNode object) {
        if (node.superName.equals("groovy/lang/Script")) {
            return 0;
        }
        int own = first(node, "main");
        return own < Integer.MAX_VALUE || object == null ? own : first(object, "");
    }

    private static int first(ClassNode node, String prefix) {
        return node.methods.stream().filter(m -> m.name.startsWith(prefix))
            .flatMap(m -> Code.lines(m).stream()).min(Integer::compare).orElse(Integer.MAX_VALUE);
    }
}
