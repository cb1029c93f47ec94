package codealchemy.instrument;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;

/** Compiles Java and instruments the result, in one process. */
public final class Compile {
    private Compile() {
    }

    /**
     * @param arguments the folder of classes, the file for the table, the name of the main source file, and the arguments of
     *     the compiler
     */
    public static void main(String[] arguments) throws IOException {
        int status = compile(arguments, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * The same for a process that stays.
     *
     * @return status of the compiler
     */
    public static int compile(String[] arguments, PrintStream messages) throws IOException {
        String[] options = Arrays.copyOfRange(arguments, 3, arguments.length);
        int status = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, options);
        if (status == 0) {
            Path folder = Path.of(arguments[0]);
            Instrumenter.instrument(new Dialect(), folder, folder, Path.of(arguments[1]), Path.of(arguments[2]).getFileName().toString());
        }
        return status;
    }
}
