import java.io.IOException;
import java.io.PrintWriter;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicLongArray;
import jdk.internal.org.objectweb.asm.ClassReader;
import jdk.internal.org.objectweb.asm.ClassVisitor;
import jdk.internal.org.objectweb.asm.ClassWriter;
import jdk.internal.org.objectweb.asm.Label;
import jdk.internal.org.objectweb.asm.MethodVisitor;
import jdk.internal.org.objectweb.asm.Opcodes;

/**
 * Counts how often each line begins to run, independently of the tracer: a load-time agent that streams over the untouched
 * classes and counts at every entry of their line tables. It writes "LINE COUNT" lines when the program ends. Needs a run
 * without verification, because it leaves out the verifier's frames.
 */
public final class LineCounter implements ClassFileTransformer {
    private static final AtomicLongArray COUNTS = new AtomicLongArray(1 << 16);

    private final ClassLoader program = ClassLoader.getSystemClassLoader();

    /** Counts go to the file named by the argument or by CODEALCHEMY_COUNTER_FILE. */
    public static void premain(String argument, Instrumentation instrumentation) {
        String file = argument == null || argument.isEmpty() ? System.getenv("CODEALCHEMY_COUNTER_FILE") : argument;
        instrumentation.addTransformer(new LineCounter());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file), "line counter"));
    }

    /** Called by the rewritten classes. */
    public static void hit(int line) {
        COUNTS.incrementAndGet(line);
    }

    private static void write(String file) {
        try (PrintWriter out = new PrintWriter(file)) {
            for (int line = 1; line < COUNTS.length(); line++) {
                if (COUNTS.get(line) > 0) {
                    out.print(line + " " + COUNTS.get(line) + "\n");
                }
            }
        } catch (IOException e) {
            System.err.println("line counter: " + e.getMessage());
        }
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] original) {
        if (loader != program || name.equals("LineCounter") || name.startsWith("LineCounter$")) {
            return null;
        }
        ClassReader reader = new ClassReader(original);
        if ((reader.getAccess() & Opcodes.ACC_SYNTHETIC) != 0) {
            return null;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new Counting(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static final class Counting extends ClassVisitor {
        Counting(ClassVisitor next) {
            super(Opcodes.ASM8, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean lambda = name.startsWith("lambda$");
            return (access & Opcodes.ACC_SYNTHETIC) != 0 && !lambda ? next : new CountingMethod(next);
        }
    }

    private static final class CountingMethod extends MethodVisitor {
        CountingMethod(MethodVisitor next) {
            super(Opcodes.ASM8, next);
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            super.visitLineNumber(line, start);
            super.visitLdcInsn(line);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, "LineCounter", "hit", "(I)V", false);
        }
    }
}
