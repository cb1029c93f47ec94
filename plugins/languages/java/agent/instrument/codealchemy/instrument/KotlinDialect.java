package codealchemy.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.AnnotationNode;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.FieldInsnNode;
import jdk.internal.org.objectweb.asm.tree.FieldNode;
import jdk.internal.org.objectweb.asm.tree.LocalVariableNode;
import jdk.internal.org.objectweb.asm.tree.MethodInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** What kotlinc makes: classes for lambdas and local functions, inlined code, accessors, state machines. */
final class KotlinDialect extends Dialect {
    private static final Set<String> LAMBDAS = Set.of("kotlin/jvm/internal/Lambda", "kotlin/coroutines/jvm/internal/SuspendLambda",
        "kotlin/coroutines/jvm/internal/RestrictedSuspendLambda", "kotlin/jvm/internal/FunctionReference");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final String SUSPENDED = "invokeSuspend";

    private final String mainFile;

    KotlinDialect(String mainFile) {
        this.mainFile = mainFile;
    }

    @Override
    String name() {
        return "kotlin";
    }

    @Override
    boolean isTraced(ClassNode owner, MethodNode method) {
        return super.isTraced(owner, method) && !isAccessor(owner, method) && !isForwarder(method)
            && !(LAMBDAS.contains(owner.superName) && !method.name.equals("invoke") && !method.name.equals(SUSPENDED))
            && !owner.superName.equals("kotlin/jvm/internal/FunctionReference")
            && !owner.superName.endsWith("/ContinuationImpl") && Code.entries(method).stream().anyMatch(entry -> lines(owner, method).source(entry) > 0);
    }

    private static boolean isLambda(ClassNode owner) {
        return LAMBDAS.contains(owner.superName) || owner.name.contains("$$inlined$");
    }

    /** A getter or setter that does nothing but get or set. */
    private static boolean isAccessor(ClassNode owner, MethodNode method) {
        List<AbstractInsnNode> code = Code.of(method);
        if (method.name.startsWith("set")) {
            return method.localVariables != null && method.localVariables.stream().anyMatch(v -> v.name.equals("<set-?>"));
        }
        if (!method.name.startsWith("get") && !method.name.startsWith("is") || !method.desc.startsWith("()")) {
            return false;
        }
        AbstractInsnNode read = code.get((method.access & Opcodes.ACC_STATIC) != 0 ? 0 : code.size() > 1 ? 1 : 0);
        return read instanceof FieldInsnNode field && field.owner.equals(owner.name) && isPropertyOf(method.name, field.name) && isShort(code);
    }

    /** A load, a field and a return, or as much again for the check of a late initialisation. */
    private static boolean isShort(List<AbstractInsnNode> code) {
        return code.size() <= 3
            || code.stream().anyMatch(i -> i instanceof MethodInsnNode call && call.name.equals("throwUninitializedPropertyAccessException"));
    }

    private static boolean isPropertyOf(String getter, String field) {
        return getter.equals(field) || getter.substring(3).equalsIgnoreCase(field);
    }

    /** A method that hands on to the body of an interface's method. */
    private static boolean isForwarder(MethodNode method) {
        return Code.of(method).stream().anyMatch(i -> i instanceof MethodInsnNode call
            && call.owner.endsWith("$DefaultImpls") && call.name.equals(method.name)) && Code.lines(method).size() == 1
            && Code.of(method).size() <= Type.getArgumentTypes(method.desc).length + 4;
    }

    @Override
    String functionName(ClassNode owner, MethodNode method) {
        if (!isLambda(owner)) {
            return method.name;
        }
        String local = localName(owner);
        String name = owner.name.substring(owner.name.lastIndexOf('/') + 1);
        return local != null ? local : "lambda$" + name.substring(name.indexOf('$') + 1).replace("$$inlined", "");
    }

    /** The name of a local function, which only the metadata knows; null for a lambda. */
    private static String localName(ClassNode owner) {
        for (AnnotationNode note : owner.visibleAnnotations == null ? List.<AnnotationNode>of() : owner.visibleAnnotations) {
            if (note.desc.equals("Lkotlin/Metadata;")) {
                int at = note.values.indexOf("d2");
                List<?> texts = at < 0 ? List.of() : (List<?>) note.values.get(at + 1);
                String first = texts.isEmpty() ? "" : texts.get(0).toString();
                return NAME.matcher(first).matches() ? first : null;
            }
        }
        return null;
    }

    @Override
    String variableName(ClassNode owner, MethodNode method, LocalVariableNode variable) {
        String name = variable.name;
        if (name.endsWith("$iv") || name.startsWith("$i$") || name.startsWith("$fun$") || name.startsWith("$dstr$") || name.startsWith("<")
            || name.equals("$completion") || name.equals("$continuation") || name.equals("$result")) {
            return null;
        }
        if (name.startsWith("$this$") || name.equals("$receiver") || name.equals("$this")) {
            return "this";
        }
        if (isLambda(owner) && (name.equals("this") || method.name.equals(SUSPENDED) && variable.index == 1)) {
            return null;
        }
        return name.startsWith("$") ? null : name.replace("$inlined", "");
    }

    @Override
    List<Capture> captures(ClassNode owner, MethodNode method) {
        List<Capture> captures = new ArrayList<>();
        if (isLambda(owner)) {
            for (FieldNode field : owner.fields) {
                boolean isOuter = field.name.equals("this$0");
                if ((field.access & Opcodes.ACC_STATIC) == 0 && (isOuter || field.name.startsWith("$") && !field.name.startsWith("$fun$"))) {
                    captures.add(new Capture(field, isOuter || field.name.startsWith("$this") ? "this" : field.name.substring(1).replace("$inlined", "")));
                }
            }
        }
        return captures;
    }

    @Override
    LineMap lines(ClassNode owner, MethodNode method) {
        SourceMap map = new SourceMap(owner.sourceDebug, owner.sourceFile, mainFile);
        return new MergingLines(entry -> map.source(entry.line));
    }

    /** Lines of other files are mapped away. */
    @Override
    String file(ClassNode owner) {
        return mainFile;
    }

    @Override
    boolean isResumed(ClassNode owner, MethodNode method) {
        return method.name.equals(SUSPENDED);
    }

    @Override
    char style(ClassNode owner) {
        if (isLambda(owner)) {
            return 'L';
        }
        return owner.methods.stream().anyMatch(m -> m.name.equals("copy$default") && (m.access & Opcodes.ACC_SYNTHETIC) != 0) ? 'D' : 'O';
    }

    @Override
    String className(ClassNode owner) {
        return isLambda(owner) ? "Function" : super.className(owner);
    }

    @Override
    List<ShownField> fields(ClassNode owner) {
        List<ShownField> shown = new ArrayList<>();
        for (FieldNode field : owner.fields) {
            boolean isCaptured = field.name.startsWith("$") && !field.name.startsWith("$$");
            if ((field.access & Opcodes.ACC_STATIC) == 0 && (isCaptured || (field.access & Opcodes.ACC_SYNTHETIC) == 0)) {
                String name = field.name.replace("$delegate", "");
                shown.add(new ShownField(field.name, isCaptured ? name.substring(1) : name));
            }
        }
        return shown;
    }

    @Override
    String typeName(Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> "Unit";
            case Type.OBJECT -> objectName(type);
            case Type.ARRAY -> type.getDescriptor().length() == 2 ? typeName(type.getElementType()) + "Array" : "Array";
            case Type.INT, Type.LONG, Type.SHORT, Type.BYTE, Type.CHAR, Type.BOOLEAN, Type.FLOAT, Type.DOUBLE ->
                Character.toUpperCase(type.getClassName().charAt(0)) + type.getClassName().substring(1);
            default -> super.typeName(type);
        };
    }

    private String objectName(Type type) {
        return switch (type.getClassName()) {
            case "java.lang.Integer" -> "Int";
            case "java.lang.Character" -> "Char";
            case "java.lang.Object", "kotlin.jvm.internal.Ref$ObjectRef" -> "Any";
            default -> super.typeName(type);
        };
    }
}
