package codealchemy.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.FieldNode;
import jdk.internal.org.objectweb.asm.tree.LdcInsnNode;
import jdk.internal.org.objectweb.asm.tree.LocalVariableNode;
import jdk.internal.org.objectweb.asm.tree.MethodInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** What groovyc makes: a class for the script and one for each closure, and variables that the script keeps by name. */
final class GroovyDialect extends Dialect {
    private final TreeSet<String> scriptVariables = new TreeSet<>(List.of("args"));

    @Override
    String name() {
        return "groovy";
    }

    private static boolean isScript(ClassNode owner) {
        return owner.superName.equals("groovy/lang/Script");
    }

    private static boolean isClosure(ClassNode owner) {
        return owner.superName.equals("groovy/lang/Closure");
    }

    private static boolean isMainBody(ClassNode owner, MethodNode method) {
        return isScript(owner) && method.name.equals("run") && method.desc.startsWith("()");
    }

    /** Finds the names that scripts and their closures assign without having declared them. */
    @Override
    void learn(ClassNode owner) {
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode at : Code.of(method)) {
                if (at instanceof MethodInsnNode call && call.name.equals("setGroovyObjectProperty")) {
                    AbstractInsnNode name = at.getPrevious();
                    while (name != null && !(name instanceof LdcInsnNode)) {
                        name = name.getPrevious();
                    }
                    if (name instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                        scriptVariables.add(text);
                    }
                }
            }
        }
    }

    @Override
    List<String> bound(ClassNode owner, MethodNode method) {
        return isMainBody(owner, method) ? List.copyOf(scriptVariables) : List.of();
    }

    @Override
    boolean isTraced(ClassNode owner, MethodNode method) {
        if (isTraitBody(owner)) {
            return (method.access & Opcodes.ACC_SYNTHETIC) == 0 && !method.name.startsWith("$") && !Code.lines(method).isEmpty();
        }
        boolean isMade = method.name.startsWith("$") || method.name.equals("<init>") && (isScript(owner) || isClosure(owner) || isImplicit(method));
        return super.isTraced(owner, method) && !isMade && Code.lines(method).stream().anyMatch(line -> line > 0);
    }

    /** What is written in a trait: static methods of a class beside it. */
    private static boolean isTraitBody(ClassNode owner) {
        return owner.name.endsWith("$Trait$Helper");
    }

    /** A constructor that nobody wrote has a line only for its end. */
    private static boolean isImplicit(MethodNode method) {
        List<AbstractInsnNode> code = Code.of(method);
        return Code.entries(method).size() <= 1 && Code.entries(method).stream().allMatch(e -> Code.between(e, code.get(code.size() - 1)) <= 2);
    }

    @Override
    String functionName(ClassNode owner, MethodNode method) {
        if (isMainBody(owner, method)) {
            return "<module>";
        }
        return isClosure(owner) && method.name.equals("doCall")
            ? "lambda$" + owner.name.substring(owner.name.indexOf("$_") + 2).replaceAll("\\$?_?closure(\\d+)", "\\$$1") : method.name;
    }

    @Override
    String variableName(ClassNode owner, MethodNode method, LocalVariableNode variable) {
        boolean isThis = variable.name.equals("this");
        if (variable.name.equals("$self")) {
            return "this";
        }
        boolean isPlainScript = isScript(owner) && fields(owner).isEmpty();
        return isThis && (isClosure(owner) || isPlainScript) || variable.name.contains("$") ? null : variable.name;
    }

    @Override
    List<Capture> captures(ClassNode owner, MethodNode method) {
        List<Capture> captures = new ArrayList<>();
        if (isClosure(owner)) {
            for (FieldNode field : owner.fields) {
                if ((field.access & Opcodes.ACC_STATIC) == 0 && !field.name.contains("$")) {
                    captures.add(new Capture(field, field.name));
                }
            }
        }
        return captures;
    }

    @Override
    LineMap lines(ClassNode owner, MethodNode method) {
        return new MergingLines(entry -> Math.max(0, entry.line));
    }

    /** A property of a trait is named after it. */
    @Override
    List<ShownField> fields(ClassNode owner) {
        return super.fields(owner).stream()
            .map(f -> new ShownField(f.field(), f.field().substring(f.field().lastIndexOf("__") < 0 ? 0 : f.field().lastIndexOf("__") + 2))).toList();
    }

    @Override
    char style(ClassNode owner) {
        return isClosure(owner) ? 'L' : 'O';
    }

    @Override
    String className(ClassNode owner) {
        return isClosure(owner) ? "Closure" : super.className(owner);
    }
}
