import java.io.IOException;
import java.io.PrintWriter;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern MAPPED = Pattern.compile("(?m)^(\\d+)(?:#(\\d+))?(?:,(\\d+))?:(\\d+)$");

    private final ClassLoader program = ClassLoader.getSystemClassLoader();
    /** Where the program's classes lie, when it comes with a library, and the name of its source; else null. */
    private static String folder;
    private static String main;

    /**
     * Counts go to the file named by CODEALCHEMY_COUNTER_FILE.
     *
     * @param argument folder of the program's own classes and name of its source, for a program that comes with a library
     */
    public static void premain(String argument, Instrumentation instrumentation) {
        if (argument != null) {
            folder = argument.substring(0, argument.indexOf(','));
            main = argument.substring(argument.indexOf(',') + 1);
        }
        String file = System.getenv("CODEALCHEMY_COUNTER_FILE");
        instrumentation.addTransformer(new LineCounter());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file), "line counter"));
    }

    /** Called by the rewritten classes. */
    public static void hit(int line, int times) {
        COUNTS.addAndGet(line, times);
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
        if (loader != program || name.equals("Accessors") || name.startsWith("Accessors$") || name.equals("LineCounter") || name.startsWith("LineCounter$") || !isOwn(domain)) {
            return null;
        }
        ClassReader reader = new ClassReader(original);
        if (name.endsWith("$delayedInit$body")) {
            return null;
        }
        if ((reader.getAccess() & Opcodes.ACC_SYNTHETIC) != 0 && !name.endsWith("$Trait$Helper")) {
            return null;
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new Counting(writer, main == null ? Set.of() : Accessors.of(reader)), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static boolean isOwn(ProtectionDomain domain) {
        return folder == null || domain.getCodeSource().getLocation().getPath().startsWith(folder);
    }

    /** Lines of the class that stand for code inlined from elsewhere, and the line of this program that each comes from, or 0. */
    private static Map<Integer, Integer> inlined(String debug) {
        Map<Integer, Integer> lines = new HashMap<>();
        String stratum = debug == null ? "" : debug.substring(0, debug.indexOf("*E"));
        Matcher own = Pattern.compile("(?m)^\\+ (\\d+) " + Pattern.quote(main) + "$").matcher(stratum);
        String ownId = own.find() ? own.group(1) : "";
        Matcher range = MAPPED.matcher(stratum);
        String id = "1";
        while (range.find()) {
            id = range.group(2) == null ? id : range.group(2);
            int count = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
            for (int i = 0; i < count; i++) {
                lines.put(Integer.parseInt(range.group(4)) + i, id.equals(ownId) ? Integer.parseInt(range.group(1)) + i : 0);
            }
        }
        return lines;
    }

    private static final class Counting extends ClassVisitor {
        private Map<Integer, Integer> inlined = Map.of();
        private boolean isOther;
        private boolean isScala;
        private String superName;

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
            super.visit(version, access, name, signature, superName, interfaces);
            this.superName = superName;
        }

        private final Set<String> accessors;

        Counting(ClassVisitor next, Set<String> accessors) {
            super(Opcodes.ASM8, next);
            this.accessors = accessors;
        }

        @Override
        public void visitSource(String file, String debug) {
            super.visitSource(file, debug);
            isScala = main != null && main.endsWith(".scala");
            isOther = main != null && !main.equals(file);
            inlined = main == null ? Map.of() : inlined(debug);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean lambda = name.startsWith("lambda$");
            if (accessors.contains(name + descriptor) || isScala && name.equals("<clinit>")) {
                return next;
            }
            return (access & Opcodes.ACC_SYNTHETIC) != 0 && !lambda ? next : new CountingMethod(next, inlined, isOther, isScala && name.equals("<init>") ? superName : null);
        }
    }

    private static final class CountingMethod extends MethodVisitor {
        private final Map<Integer, Integer> inlined;

        private final boolean isOther;
        /** Until a constructor of Scala has called this class's, whose line is then that of something else. */
        private String superName;
        /** The first line of such a constructor, which is that of the class where parameters are kept in fields. */
        private int head;
        private boolean keepsParameters;
        /** Where the last entry stood: of several in one place only the last one counts. */
        private Label last;
        private int lastSource;

        CountingMethod(MethodVisitor next, Map<Integer, Integer> inlined, boolean isOther, String superName) {
            super(Opcodes.ASM8, next);
            this.superName = superName;
            this.isOther = isOther;
            this.inlined = inlined;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            keepsParameters |= opcode == Opcodes.PUTFIELD;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (name.equals("<init>") && owner.equals(superName)) {
                superName = null;
                count(keepsParameters || !descriptor.equals("()V") ? head : 0, 1);
            }
        }

        private void count(int line, int times) {
            if (line > 0) {
                super.visitLdcInsn(line);
                super.visitLdcInsn(times);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, "LineCounter", "hit", "(II)V", false);
            }
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            super.visitLineNumber(line, start);
            if (superName != null) {
                head = head == 0 ? line : head;
                return;
            }
            int source = inlined.getOrDefault(line, isOther ? 0 : line);
            if (start == last) {
                count(lastSource, -1);
            }
            count(source, 1);
            last = start;
            lastSource = source;
        }
    }
}
