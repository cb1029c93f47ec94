package codealchemy.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.InsnList;
import jdk.internal.org.objectweb.asm.tree.JumpInsnNode;
import jdk.internal.org.objectweb.asm.tree.LineNumberNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** The line of each instruction, and where a line begins to run. */
final class Lines {
    private final InsnList code;
    private final Map<AbstractInsnNode, Integer> lines = new HashMap<>();
    private final Set<AbstractInsnNode> starts = new HashSet<>();
    private int first;

    Lines(MethodNode method, LineMap map) {
        code = method.instructions;
        int line = 0;
        boolean begins = false;
        boolean isReachedByJump = false;
        for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
            int entry = at instanceof LineNumberNode number ? map.source(number) : 0;
            if (entry > 0) {
                begins |= !map.mergesRepeats() || entry != line || isReachedByJump;
                line = entry;
                first = first == 0 ? line : first;
            } else if (at.getOpcode() >= 0) {
                lines.put(at, line);
                isReachedByJump = neverGoesOn(at.getOpcode());
                if (begins) {
                    starts.add(at);
                    begins = false;
                }
            }
        }
        if (map.mergesRepeats()) {
            dropJumpsBack();
        }
    }

    private static boolean neverGoesOn(int opcode) {
        return opcode == Opcodes.GOTO || opcode == Opcodes.ATHROW || opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN;
    }

    /** A jump back to where a line starts is no visit of that line of its own. */
    private void dropJumpsBack() {
        starts.removeIf(at -> at instanceof JumpInsnNode jump && at.getOpcode() == Opcodes.GOTO && starts.contains(real(jump.label))
            && of(at) == of(real(jump.label)) && code.indexOf(jump.label) < code.indexOf(jump));
    }

    int first() {
        return first;
    }

    int of(AbstractInsnNode instruction) {
        int line = lines.get(instruction);
        return line == 0 ? first : line;
    }

    boolean startsLine(AbstractInsnNode instruction) {
        return starts.contains(instruction);
    }

    /**
     * Whether a jump goes back into the middle of a line that no entry of the line table announces: the condition of a
     * for-each loop, or a loop that stands on one line.
     */
    boolean isLoop(JumpInsnNode jump) {
        AbstractInsnNode target = real(jump.label);
        int from = code.indexOf(target);
        int to = code.indexOf(jump);
        if (from > to || starts.contains(target)) {
            return false;
        }
        return of(target) != of(jump) || !startsBetween(target, jump);
    }

    private boolean startsBetween(AbstractInsnNode from, AbstractInsnNode to) {
        for (AbstractInsnNode at = from.getNext(); at != null; at = at.getNext()) {
            if (starts.contains(at)) {
                return true;
            }
            if (at == to) {
                return false;
            }
        }
        return false;
    }

    /** The first instruction at or after a label. */
    static AbstractInsnNode real(AbstractInsnNode at) {
        while (at != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        return at;
    }
}
