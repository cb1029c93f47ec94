package codealchemy.instrument;

import java.util.ArrayList;
import java.util.List;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.LineNumberNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** Looks at the code of methods. */
final class Code {
    private Code() {
    }

    /** The instructions without labels, lines and frames. */
    static List<AbstractInsnNode> of(MethodNode method) {
        List<AbstractInsnNode> code = new ArrayList<>();
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at.getOpcode() >= 0) {
                code.add(at);
            }
        }
        return code;
    }

    /** How many instructions stand between two places. */
    static int between(AbstractInsnNode from, AbstractInsnNode to) {
        int count = 0;
        for (AbstractInsnNode at = from.getNext(); at != null && at != to; at = at.getNext()) {
            count += at.getOpcode() >= 0 ? 1 : 0;
        }
        return count;
    }

    /** The lines of the line table, in the order of the code. */
    static List<Integer> lines(MethodNode method) {
        return entries(method).stream().map(entry -> entry.line).toList();
    }

    /** The entries of the line table, in the order of the code. */
    static List<LineNumberNode> entries(MethodNode method) {
        List<LineNumberNode> entries = new ArrayList<>();
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof LineNumberNode entry) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
