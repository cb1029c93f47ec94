package codealchemy.instrument;

import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.InvokeDynamicInsnNode;
import jdk.internal.org.objectweb.asm.tree.LineNumberNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** Which methods the programmer wrote. */
final class MethodFilter {
    private MethodFilter() {
    }

    static boolean isTraced(ClassNode owner, MethodNode method) {
        boolean compiled = (method.access & Opcodes.ACC_BRIDGE) != 0
            || (method.access & Opcodes.ACC_SYNTHETIC) != 0 && !method.name.contains("lambda$");
        boolean compiledClass = (owner.access & Opcodes.ACC_SYNTHETIC) != 0;
        return !compiled && !compiledClass && !isEnumHelper(owner, method) && hasLines(method) && !isRecordHelper(method);
    }

    private static boolean isEnumHelper(ClassNode owner, MethodNode method) {
        return (owner.access & Opcodes.ACC_ENUM) != 0
            && (method.name.equals("values") && method.desc.startsWith("()[")
                || method.name.equals("valueOf") && method.desc.startsWith("(Ljava/lang/String;)L" + owner.name));
    }

    private static boolean hasLines(MethodNode method) {
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof LineNumberNode) {
                return true;
            }
        }
        return false;
    }

    /** The toString, hashCode and equals that the compiler gives a record. */
    private static boolean isRecordHelper(MethodNode method) {
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof InvokeDynamicInsnNode call && call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                return true;
            }
        }
        return false;
    }
}
