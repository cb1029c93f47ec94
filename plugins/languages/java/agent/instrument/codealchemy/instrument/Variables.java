package codealchemy.instrument;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.InsnList;
import jdk.internal.org.objectweb.asm.tree.LocalVariableNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;
import jdk.internal.org.objectweb.asm.tree.VarInsnNode;

/** The named local variables of a method. Ranges of the same name and type share a number. */
final class Variables {
    private record Range(int variable, int slot, int start, int end) {
    }

    private final List<String> names = new ArrayList<>();
    private final List<String> descriptors = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    /** Variables without a slot, which exist everywhere. */
    private final BitSet everywhere = new BitSet();
    private final InsnList code;
    private final Dialect dialect;

    Variables(ClassNode owner, MethodNode method, Dialect dialect) {
        code = method.instructions;
        this.dialect = dialect;
        List<LocalVariableNode> nodes = new ArrayList<>(method.localVariables == null ? List.of() : method.localVariables);
        nodes.sort(Comparator.<LocalVariableNode>comparingInt(n -> code.indexOf(n.start)).thenComparingInt(n -> n.index));
        for (LocalVariableNode node : nodes) {
            String name = dialect.variableName(owner, method, node);
            if (name != null) {
                int start = code.indexOf(node.start);
                int end = code.indexOf(node.end);
                ranges.add(new Range(number(name, node.desc, start, end), node.index, start, end));
            }
        }
        ranges.replaceAll(this::trimmed);
    }

    /** Some compilers let a variable of a block live as long as the one that it hides: it ends where it is last used. */
    private Range trimmed(Range inner) {
        boolean isTooLong = ranges.stream().anyMatch(outer -> outer.start < inner.start && outer.end <= inner.end && inner.start < outer.end
            && outer.slot != inner.slot && names.get(outer.variable).equals(names.get(inner.variable)));
        return isTooLong ? new Range(inner.variable, inner.slot, inner.start, lastUse(inner) + 1) : inner;
    }

    private int lastUse(Range range) {
        int last = range.start;
        for (int i = range.start; i < range.end && i < code.size(); i++) {
            last = code.get(i) instanceof VarInsnNode use && use.var == range.slot ? i : last;
        }
        return last;
    }

    /** The number of a variable; one that is hidden by another of its name and type has a number of its own. */
    private int number(String name, String descriptor, int start, int end) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name) && descriptors.get(i).equals(descriptor) && !overlaps(i, start, end)) {
                return i;
            }
        }
        names.add(name);
        descriptors.add(descriptor);
        return names.size() - 1;
    }

    private boolean overlaps(int variable, int start, int end) {
        return ranges.stream().anyMatch(r -> r.variable == variable && r.start < end && start < r.end);
    }

    /** A variable that is kept elsewhere than in a slot. */
    int addEverywhere(String name, String descriptor) {
        int variable = number(name, descriptor, 0, code.size());
        everywhere.set(variable);
        return variable;
    }

    int count() {
        return names.size();
    }

    Type type(int variable) {
        return Type.getType(descriptors.get(variable));
    }

    /** The variable that a store to this slot sets, or -1 for one without a name. */
    int storedBy(AbstractInsnNode store, int slot) {
        int index = code.indexOf(store);
        AbstractInsnNode next = store.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        int after = next == null ? code.size() : code.indexOf(next);
        for (Range range : ranges) {
            if (range.slot == slot && range.start > index && range.start <= after) {
                return range.variable;
            }
        }
        int here = at(index, slot);
        return here >= 0 ? here : later(store, slot);
    }

    /** The variable that begins to exist later, with what was stored here: a loop checks its bounds in between. */
    private int later(AbstractInsnNode store, int slot) {
        for (AbstractInsnNode at = store.getNext(); at != null; at = at.getNext()) {
            int index = code.indexOf(at);
            for (Range range : ranges) {
                if (range.slot == slot && range.start == index && fits(store.getOpcode(), type(range.variable))) {
                    return range.variable;
                }
            }
            if (at instanceof VarInsnNode other && other.var == slot && at.getOpcode() >= Opcodes.ISTORE) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean fits(int store, Type type) {
        return store == type.getOpcode(Opcodes.ISTORE) || store == Opcodes.IINC && type.getOpcode(Opcodes.ISTORE) == Opcodes.ISTORE;
    }

    /** The variable in this slot at this place, or -1. */
    int at(int index, int slot) {
        for (Range range : ranges) {
            if (range.slot == slot && range.start <= index && index < range.end) {
                return range.variable;
            }
        }
        return -1;
    }

    /** The parameter in this slot, or -1. */
    int parameter(int slot) {
        return at(firstInstruction(), slot);
    }

    private int firstInstruction() {
        AbstractInsnNode at = code.getFirst();
        while (at.getOpcode() < 0) {
            at = at.getNext();
        }
        return code.indexOf(at);
    }

    /** The variables that exist at this place. */
    BitSet scope(int index) {
        BitSet scope = (BitSet) everywhere.clone();
        for (Range range : ranges) {
            if (range.start <= index && index < range.end) {
                hide(scope, range);
                scope.set(range.variable);
            }
        }
        return scope;
    }

    /** Takes out what a variable of the same name hides. Ranges are looked at in the order of their beginning. */
    private void hide(BitSet scope, Range inner) {
        for (int i = scope.nextSetBit(0); i >= 0; i = scope.nextSetBit(i + 1)) {
            if (names.get(i).equals(names.get(inner.variable))) {
                scope.clear(i);
            }
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeShort(names.size());
        for (int i = 0; i < names.size(); i++) {
            Texts.write(out, names.get(i));
            Texts.write(out, dialect.typeName(type(i)));
            out.writeChar(kind(type(i)));
        }
    }

    static char kind(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY, Type.OBJECT -> 'L';
            default -> type.getDescriptor().charAt(0);
        };
    }
}
