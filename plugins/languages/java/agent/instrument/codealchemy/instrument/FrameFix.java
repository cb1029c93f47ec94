package codealchemy.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.FrameNode;
import jdk.internal.org.objectweb.asm.tree.LabelNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** Tells the verifier about the new local, and about {@code new} instructions that probes move away from their labels. */
final class FrameFix {
    private final MethodNode method;
    /** The {@code new} that a label stood for in the original code. */
    private final Map<Object, AbstractInsnNode> creations = new HashMap<>();

    FrameFix(MethodNode method) {
        this.method = method;
        List<LabelNode> labels = new ArrayList<>();
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof LabelNode label) {
                labels.add(label);
            } else if (at.getOpcode() >= 0) {
                for (LabelNode label : labels) {
                    if (at.getOpcode() == Opcodes.NEW) {
                        creations.put(label, at);
                    }
                }
                labels.clear();
            }
        }
    }

    void apply(int local) {
        Map<AbstractInsnNode, LabelNode> own = new HashMap<>();
        for (AbstractInsnNode creation : creations.values()) {
            own.computeIfAbsent(creation, c -> {
                LabelNode label = new LabelNode();
                method.instructions.insertBefore(c, label);
                return label;
            });
        }
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at instanceof FrameNode frame) {
                frame.local = relabelled(withLocal(frame.local, local), own);
                frame.stack = relabelled(frame.stack, own);
            }
        }
    }

    private List<Object> relabelled(List<Object> types, Map<AbstractInsnNode, LabelNode> own) {
        List<Object> all = new ArrayList<>(types == null ? List.of() : types);
        all.replaceAll(type -> creations.containsKey(type) ? own.get(creations.get(type)) : type);
        return all;
    }

    private static List<Object> withLocal(List<Object> locals, int local) {
        List<Object> all = new ArrayList<>(locals == null ? List.of() : locals);
        int slots = 0;
        for (Object type : all) {
            slots += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
        }
        for (; slots < local; slots++) {
            all.add(Opcodes.TOP);
        }
        all.add(Probes.FRAME);
        return all;
    }
}
