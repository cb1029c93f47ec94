package codealchemy.instrument;

import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;
import jdk.internal.org.objectweb.asm.tree.TryCatchBlockNode;
import jdk.internal.org.objectweb.asm.tree.VarInsnNode;

/** Tells the catch clauses of the program from what the compiler makes for try-with-resources. */
final class Handlers {
    /** The compiler's own handler closes the resource and adds the suppressed exception within this many instructions. */
    private static final int REACH = 24;

    private Handlers() {
    }

    static boolean isMadeByCompiler(TryCatchBlockNode block, Variables variables, MethodNode method) {
        AbstractInsnNode first = Lines.real(block.handler);
        if (!"java/lang/Throwable".equals(block.type) || !(first instanceof VarInsnNode store) || first.getOpcode() != Opcodes.ASTORE) {
            return false;
        }
        return variables.storedBy(store, store.var) < 0 && addsSuppressed(first);
    }

    private static boolean addsSuppressed(AbstractInsnNode at) {
        for (int left = REACH; at != null && left > 0; at = at.getNext()) {
            if (at instanceof MethodInsnNode call && call.name.equals("addSuppressed") && call.owner.equals("java/lang/Throwable")) {
                return true;
            }
            left -= at.getOpcode() >= 0 ? 1 : 0;
        }
        return false;
    }
}
