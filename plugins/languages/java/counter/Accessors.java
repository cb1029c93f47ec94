import java.util.HashSet;
import java.util.Set;
import jdk.internal.org.objectweb.asm.ClassReader;
import jdk.internal.org.objectweb.asm.ClassVisitor;
import jdk.internal.org.objectweb.asm.Label;
import jdk.internal.org.objectweb.asm.MethodVisitor;
import jdk.internal.org.objectweb.asm.Opcodes;

/** Finds methods that nobody wrote although they have a line: those that only get or set a field, or hand on to the body of a trait. */
final class Accessors extends ClassVisitor {
    final Set<String> found = new HashSet<>();

    private Accessors() {
        super(Opcodes.ASM8);
    }

    static Set<String> of(ClassReader reader) {
        Accessors accessors = new Accessors();
        reader.accept(accessors, ClassReader.SKIP_FRAMES);
        return accessors.found;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        if (name.contains("$default$") || name.equals("delayedInit") || name.equals("$init$")) {
            found.add(name + descriptor);
        }
        return new MethodVisitor(Opcodes.ASM8) {
            private boolean isAccess;
            private int others;
            private int lines;

            @Override
            public void visitLineNumber(int line, Label start) {
                lines++;
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                isAccess |= names(name, field);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                isAccess |= called.startsWith(name + "$mc") || called.contains("$lzycompute") || called.equals(name) && (owner.endsWith("$class") || owner.endsWith("$DefaultImpls"));
                others += owner.equals("kotlin/jvm/internal/Intrinsics") || isAccess ? 0 : 1;
            }

            @Override
            public void visitEnd() {
                if (isAccess && others == 0 && lines <= 1) {
                    found.add(name + descriptor);
                }
            }
        };
    }

    private static boolean names(String method, String field) {
        String plain = field.trim();
        boolean isProperty = (method.startsWith("get") || method.startsWith("set")) && method.substring(3).equalsIgnoreCase(plain);
        return method.equals(plain) || method.equals(plain + "_$eq") || isProperty;
    }
}
