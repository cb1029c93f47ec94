package codealchemy.instrument;

import java.util.HashSet;
import java.util.Set;
import jdk.internal.org.objectweb.asm.ClassReader;
import jdk.internal.org.objectweb.asm.ClassWriter;
import jdk.internal.org.objectweb.asm.MethodTooLargeException;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** Rewrites one class. Members are never added, so that reflection and serialisation see the class as it was. */
final class ClassRewriter {
    private final SiteTableWriter table;
    private final Dialect dialect;

    ClassRewriter(SiteTableWriter table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    static ClassNode read(byte[] original) {
        ClassNode node = new ClassNode();
        new ClassReader(original).accept(node, ClassReader.EXPAND_FRAMES);
        return node;
    }

    byte[] rewrite(byte[] original) {
        Set<String> tooLarge = new HashSet<>();
        int mark = table.size();
        while (true) {
            try {
                return attempt(original, tooLarge);
            } catch (MethodTooLargeException e) {
                table.truncate(mark);
                tooLarge.add(e.getMethodName() + e.getDescriptor());
            }
        }
    }

    private byte[] attempt(byte[] original, Set<String> without) {
        ClassNode node = read(original);
        table.addClass(node);
        for (MethodNode method : node.methods) {
            if (!without.contains(method.name + method.desc) && dialect.isTraced(node, method)) {
                new MethodRewriter(table, dialect, node, method).rewrite();
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }
}
