package codealchemy.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.AbstractInsnNode;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.FieldInsnNode;
import jdk.internal.org.objectweb.asm.tree.FieldNode;
import jdk.internal.org.objectweb.asm.tree.LineNumberNode;
import jdk.internal.org.objectweb.asm.tree.LocalVariableNode;
import jdk.internal.org.objectweb.asm.tree.MethodInsnNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** What scalac makes: classes for function literals, objects and traits, accessors, methods of case classes, lazy values. */
final class ScalaDialect extends Dialect {
    private static final Set<String> OF_CASES = Set.of("copy", "productPrefix", "productArity", "productElement", "productIterator", "canEqual",
        "hashCode", "toString", "equals", "apply", "unapply", "readResolve", "curried", "tupled");
    private static final Pattern LIFTED = Pattern.compile("(.+?)(\\$lzycompute)?(\\$\\d+)?");
    private static final Pattern NUMBERED = Pattern.compile("(.+)\\$\\d+");
    private static final Pattern TEMPORARY = Pattern.compile("(x|p|o|qual|ev|x\\d+|rc|nonLocalReturnKey\\d*|temp\\d*|catchExpr\\d*|bitmap|evidence)\\$.*|\\$.*|.*\\$lzy(\\$\\d+)?|.*\\$default\\$.*");
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("plus", "+"), Map.entry("minus", "-"), Map.entry("times", "*"),
        Map.entry("div", "/"), Map.entry("percent", "%"), Map.entry("eq", "="), Map.entry("less", "<"), Map.entry("greater", ">"),
        Map.entry("bang", "!"), Map.entry("hash", "#"), Map.entry("colon", ":"), Map.entry("amp", "&"), Map.entry("bar", "|"),
        Map.entry("up", "^"), Map.entry("tilde", "~"), Map.entry("qmark", "?"), Map.entry("at", "@"), Map.entry("bslash", "\\"));

    @Override
    String name() {
        return "scala";
    }

    private static boolean isFunction(ClassNode owner) {
        return owner.name.contains("$$anonfun$") && !owner.name.substring(owner.name.lastIndexOf("$$anonfun$")).contains("$$anon$");
    }

    /** What is written in a trait: static methods of a class beside it. */
    private static boolean isTraitBody(ClassNode owner) {
        return owner.name.endsWith("$class");
    }

    private static boolean isObject(ClassNode owner) {
        return owner.name.endsWith("$") && owner.fields.stream().anyMatch(f -> f.name.equals("MODULE$"));
    }

    @Override
    boolean isTraced(ClassNode owner, MethodNode method) {
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        boolean isClosure = method.name.startsWith("$anonfun$");
        if (!isClosure && (!super.isTraced(owner, method) || isStatic && !isTraitBody(owner)) || method.name.contains("$default$")) {
            return false;
        }
        if (isFunction(owner)) {
            return !method.name.equals("<init>") && !hands(method, owner.name, "apply$mc");
        }
        boolean isShort = Code.entries(method).size() <= 1;
        return !(owner.name.endsWith("$delayedInit$body") || method.name.equals("$init$") && isShort)
            && !isAccessor(owner, method) && !isGenerated(owner, method) && Code.entries(method).stream().anyMatch(e -> lines(owner, method).source(e) > 0);
    }

    /** Whether the method does nothing but call another one. */
    private static boolean hands(MethodNode method, String owner, String name) {
        return Code.of(method).size() <= 2 * Type.getArgumentTypes(method.desc).length + 5
            && Code.of(method).stream().anyMatch(i -> i instanceof MethodInsnNode call && call.owner.endsWith(owner) && call.name.startsWith(name));
    }

    private static boolean isAccessor(ClassNode owner, MethodNode method) {
        boolean isSetter = method.name.endsWith("_$eq");
        boolean isLazy = owner.methods.stream().anyMatch(m -> m.name.startsWith(local(method.name) + "$lzycompute"));
        boolean hasField = Code.of(method).stream().anyMatch(i -> i instanceof FieldInsnNode field && field.owner.equals(owner.name)
            && (field.name.trim() + (isSetter ? "_$eq" : "")).equals(method.name));
        return isLazy || hasField && Code.of(method).size() <= 4 || method.name.startsWith("scala$") || method.name.equals("executionStart")
            || isObject(owner) && isAppPart(owner, method);
    }

    /** A name without what makes it unique in its class. */
    private static String local(String name) {
        return name.substring(name.lastIndexOf("$$") < 0 ? 0 : name.lastIndexOf("$$") + 2).replaceAll("\\$\\d+$", "");
    }

    private static boolean isAppPart(ClassNode owner, MethodNode method) {
        return owner.interfaces.contains("scala/App") && (method.name.equals("args") || method.name.equals("delayedInit") || method.name.equals("main"));
    }

    /** A method that the compiler gives to a case class or its companion, or to a class that mixes in a trait. */
    private static boolean isGenerated(ClassNode owner, MethodNode method) {
        if (Code.entries(method).size() > 1) {
            return false;
        }
        return hands(method, "$class", method.name) || OF_CASES.contains(method.name) && Code.lines(method).get(0) == head(owner)
            && (owner.interfaces.contains("scala/Product") || owner.methods.stream().anyMatch(m -> m.name.equals("readResolve")));
    }

    private static int head(ClassNode owner) {
        return owner.methods.stream().filter(m -> m.name.equals("<init>")).flatMap(m -> Code.lines(m).stream()).findFirst().orElse(0);
    }

    @Override
    String functionName(ClassNode owner, MethodNode method) {
        if (method.name.startsWith("delayedEndpoint$")) {
            return "<module>";
        }
        if (method.name.startsWith("$anonfun$")) {
            return "lambda$" + method.name.substring("$anonfun$".length());
        }
        if (isFunction(owner) && method.name.startsWith("apply")) {
            return "lambda$" + owner.name.substring(owner.name.indexOf("$$anonfun$") + "$$anonfun$".length())
                .replaceAll("\\$\\$anonfun\\$apply(\\$mc\\w+?\\$sp)?|\\$\\$anonfun|\\$\\$anon\\$\\d+|\\$lzycompute\\$\\d+", "");
        }
        Matcher lifted = LIFTED.matcher(method.name);
        return decoded(lifted.matches() ? local(lifted.group(1)) : method.name);
    }

    /** Operators are spelled out in class files. */
    static String decoded(String name) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            String sign = null;
            for (Map.Entry<String, String> entry : SIGNS.entrySet()) {
                if (name.startsWith("$" + entry.getKey(), at)) {
                    sign = entry.getValue();
                    at += entry.getKey().length();
                    break;
                }
            }
            text.append(sign == null ? String.valueOf(name.charAt(at)) : sign);
        }
        return text.toString();
    }

    @Override
    String variableName(ClassNode owner, MethodNode method, LocalVariableNode variable) {
        String name = variable.name;
        if (name.equals("$this")) {
            return "this";
        }
        if (isFunction(owner) && name.equals("this")) {
            return null;
        }
        if (isFunction(owner) && (method.name.equals("applyOrElse") || method.name.equals("isDefinedAt")) && variable.index <= 2) {
            return null;
        }
        boolean isPlaceholder = (isFunction(owner) || method.name.startsWith("$anonfun$")) && name.matches("x\\$\\d+");
        if (isPlaceholder) {
            return name;
        }
        if (TEMPORARY.matcher(name).matches()) {
            return null;
        }
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() ? decoded(numbered.group(1)) : decoded(name);
    }

    @Override
    List<Capture> captures(ClassNode owner, MethodNode method) {
        List<Capture> captures = new ArrayList<>();
        if (isFunction(owner)) {
            for (FieldNode field : owner.fields) {
                Matcher numbered = NUMBERED.matcher(field.name);
                if ((field.access & Opcodes.ACC_STATIC) == 0 && !TEMPORARY.matcher(field.name).matches() && numbered.matches()) {
                    captures.add(new Capture(field, decoded(numbered.group(1))));
                } else if (field.name.equals("$outer") && !field.desc.contains("$$anonfun$")) {
                    captures.add(new Capture(field, "this"));
                }
            }
        }
        return captures;
    }

    /** The entry at which a constructor calls that of its superclass names a line behind the class. */
    @Override
    LineMap lines(ClassNode owner, MethodNode method) {
        LineNumberNode wrong = method.name.equals("<init>") ? superCall(owner, method) : null;
        return new MergingLines(entry -> entry == wrong ? 0 : entry.line);
    }

    private static LineNumberNode superCall(ClassNode owner, MethodNode method) {
        AbstractInsnNode call = SuperCall.find(method);
        List<LineNumberNode> entries = Code.entries(method);
        LineNumberNode before = null;
        for (LineNumberNode entry : entries) {
            before = method.instructions.indexOf(entry) < method.instructions.indexOf(call) ? entry : before;
        }
        boolean isBare = before != null && Code.between(before, call) <= 1;
        return isObject(owner) || before != entries.get(0) || isBare ? before : null;
    }

    @Override
    char style(ClassNode owner) {
        if (isFunction(owner)) {
            return 'L';
        }
        boolean isCase = owner.methods.stream().anyMatch(m -> m.name.equals("productPrefix"));
        return isCase ? isObject(owner) ? 'N' : 'C' : 'O';
    }

    @Override
    String className(ClassNode owner) {
        if (isFunction(owner)) {
            return "Function";
        }
        if (owner.name.contains("$$anon$")) {
            return owner.name.substring(owner.name.lastIndexOf("$anon$"));
        }
        return typeName(Type.getObjectType(isObject(owner) ? owner.name.substring(0, owner.name.length() - 1) : owner.name));
    }

    @Override
    List<ShownField> fields(ClassNode owner) {
        List<ShownField> shown = new ArrayList<>();
        for (FieldNode field : owner.fields) {
            String name = field.name.trim();
            boolean isHidden = name.startsWith("scala$") || name.startsWith("bitmap$") || name.startsWith("$") || name.equals("executionStart");
            if ((field.access & Opcodes.ACC_STATIC) == 0 && !isHidden) {
                Matcher numbered = NUMBERED.matcher(name);
                String own = numbered.matches() ? numbered.group(1) : name;
                shown.add(new ShownField(field.name, decoded(own.substring(own.lastIndexOf("$$") < 0 ? 0 : own.lastIndexOf("$$") + 2))));
            }
        }
        return shown;
    }

    @Override
    String typeName(Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> "Unit";
            case Type.ARRAY -> "Array";
            case Type.OBJECT -> objectName(type);
            case Type.INT, Type.LONG, Type.SHORT, Type.BYTE, Type.CHAR, Type.BOOLEAN, Type.FLOAT, Type.DOUBLE ->
                Character.toUpperCase(type.getClassName().charAt(0)) + type.getClassName().substring(1);
            default -> super.typeName(type);
        };
    }

    private String objectName(Type type) {
        String name = type.getClassName();
        return switch (name) {
            case "java.lang.Object", "scala.runtime.ObjectRef" -> "Any";
            case "scala.runtime.BoxedUnit" -> "Unit";
            case "scala.runtime.Nothing$" -> "Nothing";
            default -> decoded(super.typeName(name.endsWith("$") ? Type.getObjectType(type.getInternalName().substring(0, name.length() - 1)) : type));
        };
    }
}
