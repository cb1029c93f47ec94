package codealchemy.instrument;

import java.util.Arrays;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.FieldInsnNode;
import jdk.internal.org.objectweb.asm.tree.FieldNode;
import jdk.internal.org.objectweb.asm.tree.FrameNode;
import jdk.internal.org.objectweb.asm.tree.InsnList;
import jdk.internal.org.objectweb.asm.tree.InsnNode;
import jdk.internal.org.objectweb.asm.tree.IntInsnNode;
import jdk.internal.org.objectweb.asm.tree.LdcInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodInsnNode;
import jdk.internal.org.objectweb.asm.tree.VarInsnNode;

/** The instruction sequences that call the recorder. */
final class Probes {
    static final String FRAME = "codealchemy/trace/Frame";

    private final int local;

    /** @param local slot of the new local that holds the frame */
    Probes(int local) {
        this.local = local;
    }

    int local() {
        return local;
    }

    InsnList enter(int method) {
        InsnList code = new InsnList();
        code.add(number(method));
        code.add(call("enter", "(I)L" + FRAME + ";", true));
        code.add(new VarInsnNode(Opcodes.ASTORE, local));
        return code;
    }

    InsnList set(int variable, Type type, int slot) {
        InsnList code = frame();
        code.add(number(variable));
        code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
        code.add(call("set", "(I" + probeType(type) + ")V", false));
        return code;
    }

    /** Tells the frame about the method's receiver. */
    InsnList receiver(String probe) {
        InsnList code = frame();
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(call(probe, "(Ljava/lang/Object;)V", false));
        return code;
    }

    /** Shows what a field of the receiver holds as a variable. */
    InsnList capture(int variable, String owner, FieldNode field) {
        InsnList code = frame();
        code.add(number(variable));
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, owner, field.name, field.desc));
        code.add(call("set", "(I" + probeType(Type.getType(field.desc)) + ")V", false));
        return code;
    }

    private static String probeType(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY, Type.OBJECT -> "Ljava/lang/Object;";
            case Type.LONG, Type.FLOAT, Type.DOUBLE -> type.getDescriptor();
            default -> "I";
        };
    }

    InsnList called() {
        InsnList code = frame();
        code.add(call("called", "()V", false));
        return code;
    }

    InsnList line(int place) {
        InsnList code = frame();
        code.add(number(place));
        code.add(call("line", "(I)V", false));
        return code;
    }

    /** Before a return instruction; the value stays on the stack. */
    InsnList leave(int opcode, int place) {
        InsnList code = new InsnList();
        boolean wide = opcode == Opcodes.LRETURN || opcode == Opcodes.DRETURN;
        if (opcode != Opcodes.RETURN) {
            code.add(new InsnNode(wide ? Opcodes.DUP2 : Opcodes.DUP));
        }
        code.add(frame());
        code.add(number(place));
        String value = switch (opcode) {
            case Opcodes.IRETURN -> "I";
            case Opcodes.LRETURN -> "J";
            case Opcodes.FRETURN -> "F";
            case Opcodes.DRETURN -> "D";
            default -> "Ljava/lang/Object;";
        };
        boolean nothing = opcode == Opcodes.RETURN;
        code.add(call("leave", nothing ? "(I)V" : "(" + value + "L" + FRAME + ";I)V", !nothing));
        return code;
    }

    /** With an exception on the stack, which stays there. */
    InsnList exception(String probe) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(frame());
        code.add(call(probe, "(Ljava/lang/Throwable;L" + FRAME + ";)V", true));
        return code;
    }

    InsnList caught(int place) {
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(frame());
        code.add(number(place));
        code.add(call("caught", "(Ljava/lang/Throwable;L" + FRAME + ";I)V", true));
        return code;
    }

    /** What the verifier knows where an exception leaves the method: only the frame. */
    FrameNode handlerFrame() {
        Object[] locals = new Object[local + 1];
        Arrays.fill(locals, Opcodes.TOP);
        locals[local] = FRAME;
        return new FrameNode(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    }

    private InsnList frame() {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, local));
        return code;
    }

    private static AbstractInsnNode number(int value) {
        if (value <= 5) {
            return new InsnNode(Opcodes.ICONST_0 + value);
        }
        if (value <= Byte.MAX_VALUE) {
            return new IntInsnNode(Opcodes.BIPUSH, value);
        }
        return value <= Short.MAX_VALUE ? new IntInsnNode(Opcodes.SIPUSH, value) : new LdcInsnNode(value);
    }

    private static MethodInsnNode call(String name, String descriptor, boolean isStatic) {
        return new MethodInsnNode(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL, FRAME, name, descriptor, false);
    }
}
