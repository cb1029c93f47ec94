package codealchemy.instrument;

import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;
import jdk.internal.org.objectweb.asm.tree.TypeInsnNode;

/** Finds where a constructor has called another constructor of its own object. */
final class SuperCall {
    private SuperCall() {
    }

    /** The call of {@code super(…)} or {@code this(…)}: the first constructor call that no {@code new} before it accounts for. */
    static AbstractInsnNode find(MethodNode constructor) {
        int fresh = 0;
        for (AbstractInsnNode at = constructor.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof TypeInsnNode && at.getOpcode() == Opcodes.NEW) {
                fresh++;
            } else if (at instanceof MethodInsnNode call && at.getOpcode() == Opcodes.INVOKESPECIAL && call.name.equals("<init>")) {
                if (fresh == 0) {
                    return at;
                }
                fresh--;
            }
        }
        return null;
    }
}
