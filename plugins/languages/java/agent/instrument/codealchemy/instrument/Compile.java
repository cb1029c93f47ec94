package codealchemy.instrument;

import java.io.IOException;
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
        String[] options = Arrays.copyOfRange(arguments, 3, arguments.length);
        int status = ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err, options);
        if (status != 0) {
            System.exit(status);
        }
        Path folder = Path.of(arguments[0]);
        Instrumenter.instrument(new Dialect(), folder, folder, Path.of(arguments[1]), Path.of(arguments[2]).getFileName().toString());
    }
}
