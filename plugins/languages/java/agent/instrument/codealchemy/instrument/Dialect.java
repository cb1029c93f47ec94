package codealchemy.instrument;

import java.util.ArrayList;
import java.util.List;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.Type;
import jdk.internal.org.objectweb.asm.tree.ClassNode;
import jdk.internal.org.objectweb.asm.tree.FieldNode;
import jdk.internal.org.objectweb.asm.tree.LocalVariableNode;
import jdk.internal.org.objectweb.asm.tree.MethodNode;

/** What a language's compiler makes of a program, told apart from what the programmer wrote. This one is Java's. */
class Dialect {
    /** A field of an object and the name it is shown by. */
    record ShownField(String field, String name) {
    }

    /** A variable of the surrounding function that a closure keeps in a field. */
    record Capture(FieldNode field, String name) {
    }

    /**
     * @param name of the language, as its plugin gives it
     * @param mainFile name of the program's source file
     */
    static Dialect of(String name, String mainFile) {
        return switch (name) {
            case "kotlin" -> new KotlinDialect(mainFile);
            case "scala" -> new ScalaDialect();
            case "groovy" -> new GroovyDialect();
            default -> new Dialect();
        };
    }

    /** Which notation the recorder writes values in. */
    String name() {
        return "java";
    }

    /** Is shown every class of the program before the first one is rewritten. */
    void learn(ClassNode owner) {
    }

    boolean isTraced(ClassNode owner, MethodNode method) {
        return MethodFilter.isTraced(owner, method);
    }

    String functionName(ClassNode owner, MethodNode method) {
        return method.name;
    }

    /** The file that the lines of a class belong to. */
    String file(ClassNode owner) {
        return owner.sourceFile;
    }

    /** The name a variable is shown by; null for one that only the compiler knows. */
    String variableName(ClassNode owner, MethodNode method, LocalVariableNode variable) {
        return variable.name;
    }

    /** What a closure brings along, to be shown as if it were its own variables. */
    List<Capture> captures(ClassNode owner, MethodNode method) {
        return List.of();
    }

    /** The line of the source that an entry of the line table stands for; 0 for none. */
    LineMap lines(ClassNode owner, MethodNode method) {
        return LineMap.PLAIN;
    }

    /** Names of variables that a script keeps by name, outside of its functions; shown in this method. */
    List<String> bound(ClassNode owner, MethodNode method) {
        return List.of();
    }

    /** Whether the object that the method belongs to stands for one call, which goes on when the method runs again. */
    boolean isResumed(ClassNode owner, MethodNode method) {
        return false;
    }

    /** How objects of the class are shown: {@code O}bject, {@code D}ata with names, {@code C}ase without, by {@code N}ame alone, {@code L}ambda. */
    char style(ClassNode owner) {
        return 'O';
    }

    String className(ClassNode owner) {
        return typeName(Type.getObjectType(owner.name));
    }

    List<ShownField> fields(ClassNode owner) {
        List<ShownField> shown = new ArrayList<>();
        for (FieldNode field : owner.fields) {
            boolean captured = field.name.startsWith("val$");
            if ((field.access & Opcodes.ACC_STATIC) == 0 && (captured || (field.access & Opcodes.ACC_SYNTHETIC) == 0)) {
                shown.add(new ShownField(field.name, captured ? field.name.substring(4) : field.name));
            }
        }
        return shown;
    }

    /** The type as a program writes it, without its package. */
    String typeName(Type type) {
        String name = type.getClassName();
        name = name.substring(name.lastIndexOf('.') + 1);
        int dollar = name.lastIndexOf('$') + 1;
        while (dollar < name.length() && Character.isDigit(name.charAt(dollar))) {
            dollar++;
        }
        return name.lastIndexOf('$') < 0 || dollar >= name.length() ? name : name.substring(dollar);
    }
}
