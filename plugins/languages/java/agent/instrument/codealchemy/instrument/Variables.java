package codealchemy.instrument;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.InsnList;
import jdk.internal.org.objectweb.asm.tree.LocalVariableNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** The named local variables of a method. Ranges of the same name and type share a number. */
final class Variables {
    private record Range(int variable, int slot, int start, int end) {
    }

    private final List<String> names = new ArrayList<>();
    private final List<String> descriptors = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final InsnList code;

    Variables(MethodNode method) {
        code = method.instructions;
        List<LocalVariableNode> nodes = new ArrayList<>(method.localVariables == null ? List.of() : method.localVariables);
        nodes.sort(Comparator.<LocalVariableNode>comparingInt(n -> n.index).thenComparingInt(n -> code.indexOf(n.start)));
        for (LocalVariableNode node : nodes) {
            ranges.add(new Range(number(node), node.index, code.indexOf(node.start), code.indexOf(node.end)));
        }
    }

    private int number(LocalVariableNode node) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(node.name) && descriptors.get(i).equals(node.desc)) {
                return i;
            }
        }
        names.add(node.name);
        descriptors.add(node.desc);
        return names.size() - 1;
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
        return at(index, slot);
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
        BitSet scope = new BitSet();
        for (Range range : ranges) {
            if (range.start <= index && index < range.end) {
                scope.set(range.variable);
            }
        }
        return scope;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeShort(names.size());
        for (int i = 0; i < names.size(); i++) {
            Texts.write(out, names.get(i));
            Texts.write(out, typeName(type(i)));
            out.writeChar(kind(type(i)));
            out.writeShort(twin(i));
        }
    }

    private int twin(int variable) {
        for (int i = 0; i < names.size(); i++) {
            if (i != variable && names.get(i).equals(names.get(variable))) {
                return i;
            }
        }
        return -1;
    }

    static char kind(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY, Type.OBJECT -> 'L';
            default -> type.getDescriptor().charAt(0);
        };
    }

    /** The type as a program writes it, without its package. */
    static String typeName(Type type) {
        String name = type.getClassName();
        name = name.substring(name.lastIndexOf('.') + 1);
        int dollar = name.lastIndexOf('$') + 1;
        while (dollar < name.length() && Character.isDigit(name.charAt(dollar))) {
            dollar++;
        }
        return name.lastIndexOf('$') < 0 || dollar >= name.length() ? name : name.substring(dollar);
    }
}
