package codealchemy.instrument;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.FieldNode;
import jdk.internal.org.objectweb.asm.tree.IincInsnNode;
import jdk.internal.org.objectweb.asm.tree.InsnList;
import jdk.internal.org.objectweb.asm.tree.InsnNode;
import jdk.internal.org.objectweb.asm.tree.JumpInsnNode;
import jdk.internal.org.objectweb.asm.tree.LabelNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;
import jdk.internal.org.objectweb.asm.tree.TryCatchBlockNode;
import jdk.internal.org.objectweb.asm.tree.VarInsnNode;

/** Puts probes into one method. Probes are plain calls without branches, so the frames of the verifier only gain one local. */
final class MethodRewriter {
    private final String owner;
    private final MethodNode method;
    private final Variables variables;
    private final Lines lines;
    private final MethodSites sites;
    private final Probes probes;
    private final int number;
    private final boolean isConstructor;
    private final boolean isBinding;
    private final boolean isResumed;
    private final Map<Integer, FieldNode> captures = new LinkedHashMap<>();
    /** What goes before each instruction, decided on the original code and inserted at the end. */
    private final Map<AbstractInsnNode, InsnList> before = new HashMap<>();
    private final Map<AbstractInsnNode, InsnList> after = new HashMap<>();

    MethodRewriter(SiteTableWriter table, Dialect dialect, ClassNode owner, MethodNode method) {
        this.method = method;
        this.owner = owner.name;
        variables = new Variables(owner, method, dialect);
        for (Dialect.Capture capture : dialect.captures(owner, method)) {
            captures.put(variables.addEverywhere(capture.name(), capture.field().desc), capture.field());
        }
        lines = new Lines(method, dialect.lines(owner, method));
        sites = new MethodSites(dialect, owner, method, lines.first(), variables);
        List<String> bound = dialect.bound(owner, method);
        for (String name : bound) {
            sites.bind(variables.addEverywhere(name, "Ljava/lang/Object;"));
        }
        isBinding = !bound.isEmpty();
        isResumed = dialect.isResumed(owner, method);
        number = table.add(sites);
        isConstructor = method.name.equals("<init>");
        probes = new Probes(method.maxLocals);
    }

    void rewrite() {
        AbstractInsnNode body = isConstructor ? SuperCall.find(method) : null;
        FrameFix frames = new FrameFix(method);
        plan(body);
        apply();
        frames.apply(probes.local());
        LabelNode start = new LabelNode();
        InsnList prologue = prologue();
        if (body == null) {
            prologue.add(start);
        } else {
            method.instructions.insert(body, start);
        }
        method.instructions.insert(prologue);
        guard(start);
    }

    private void plan(AbstractInsnNode superCall) {
        Set<AbstractInsnNode> handlers = new HashSet<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (handlers.add(block.handler)) {
                handler(block);
            }
        }
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at.getOpcode() >= 0) {
                instruction(at);
            }
        }
        if (superCall != null) {
            int self = variables.at(method.instructions.indexOf(superCall), 0);
            if (self >= 0) {
                add(after, superCall, probes.set(self, variables.type(self), 0));
            }
        }
    }

    private void instruction(AbstractInsnNode at) {
        if (lines.startsLine(at)) {
            add(before, at, probes.line(place(at, lines.of(at))));
        }
        int opcode = at.getOpcode();
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            store(at, ((VarInsnNode) at).var);
        } else if (opcode == Opcodes.IINC) {
            store(at, ((IincInsnNode) at).var);
        } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            add(before, at, probes.leave(opcode, place(at, lines.of(at))));
        } else if (opcode == Opcodes.ATHROW) {
            add(before, at, probes.exception("thrown"));
        } else if (opcode == Opcodes.GOTO && lines.isLoop((JumpInsnNode) at)) {
            AbstractInsnNode target = Lines.real(((JumpInsnNode) at).label);
            add(before, at, probes.line(sites.place(lines.of(target), loopScope(at, target))));
        }
    }

    /** What exists both where the loop jumps from and where it jumps to. */
    private BitSet loopScope(AbstractInsnNode from, AbstractInsnNode to) {
        BitSet scope = variables.scope(method.instructions.indexOf(from));
        scope.and(variables.scope(method.instructions.indexOf(to)));
        return scope;
    }

    private void store(AbstractInsnNode store, int slot) {
        int variable = variables.storedBy(store, slot);
        if (variable >= 0) {
            add(after, store, probes.set(variable, variables.type(variable), slot));
        }
    }

    private void handler(TryCatchBlockNode block) {
        AbstractInsnNode first = Lines.real(block.handler);
        if (first == null) {
            return;
        }
        boolean written = block.type != null && !Handlers.isMadeByCompiler(block, variables, method);
        InsnList probe = written ? probes.caught(place(first, lines.of(first))) : probes.exception("passing");
        before.computeIfAbsent(first, f -> new InsnList()).insert(probe);
    }

    private int place(AbstractInsnNode at, int line) {
        return sites.place(line, variables.scope(method.instructions.indexOf(at)));
    }

    private static void add(Map<AbstractInsnNode, InsnList> to, AbstractInsnNode at, InsnList probe) {
        to.computeIfAbsent(at, a -> new InsnList()).add(probe);
    }

    private void apply() {
        before.forEach((at, probe) -> method.instructions.insertBefore(at, probe));
        after.forEach((at, probe) -> method.instructions.insert(at, probe));
    }

    private InsnList prologue() {
        InsnList code = probes.enter(number);
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        int slot = 0;
        if (!isStatic) {
            if (!isConstructor) {
                parameter(code, slot);
            }
            slot++;
        }
        for (Type type : Type.getArgumentTypes(method.desc)) {
            parameter(code, slot);
            slot += type.getSize();
        }
        if (isResumed) {
            code.add(probes.receiver("resumes"));
        }
        if (isBinding) {
            code.add(probes.receiver("binds"));
        }
        captures.forEach((variable, field) -> code.add(probes.capture(variable, owner, field)));
        code.add(probes.called());
        return code;
    }

    private void parameter(InsnList code, int slot) {
        int variable = variables.parameter(slot);
        if (variable >= 0) {
            code.add(probes.set(variable, variables.type(variable), slot));
        }
    }

    /** Everything after the start is covered by a handler that tells when an exception leaves the frame. */
    private void guard(LabelNode start) {
        LabelNode end = new LabelNode();
        method.instructions.add(end);
        method.instructions.add(probes.handlerFrame());
        method.instructions.add(probes.exception("unwound"));
        method.instructions.add(new InsnNode(Opcodes.ATHROW));
        method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
    }
}
