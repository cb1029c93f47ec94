package codealchemy.resident;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Runs the compilers that this process knows from command lines as they would be started. */
final class Compilers {
    static final int CANNOT = 2;

    /** Status of the first command that fails, else 0; 2 where one is none of a known compiler, or the compiler itself failed. */
    int run(List<List<String>> commands, PrintStream messages) {
        try {
            for (List<String> command : commands) {
                int status = one(command, messages);
                if (status != 0) {
                    return status == 1 ? 1 : CANNOT;
                }
            }
            return 0;
        } catch (IOException | ReflectiveOperationException | RuntimeException | Error failure) {
            failure.printStackTrace(messages);
            return CANNOT;
        }
    }

    private static int one(List<String> command, PrintStream messages) throws IOException, ReflectiveOperationException {
        List<String> words = command.subList(1, command.size());
        switch (Path.of(command.get(0)).getFileName().toString()) {
            case "mkdir":
                Files.createDirectory(Path.of(words.get(0)));
                return 0;
            case "javac":
                String[] own = words.stream().filter(option -> !option.startsWith("-J")).toArray(String[]::new);
                return ToolProvider.getSystemJavaCompiler().run(null, messages, messages, own);
            case "java":
                return main(LauncherArguments.of(words), messages);
            default:
                return CANNOT;
        }
    }

    private static int main(LauncherArguments started, PrintStream messages) throws ReflectiveOperationException {
        Class<?> main = Class.forName(started.mainClass());
        String[] arguments = started.arguments().toArray(String[]::new);
        try {
            return switch (main.getName()) {
                case "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler" -> kotlin(main, arguments, messages);
                case "scala.tools.nsc.Main" -> scala(main, arguments);
                // A class of ours that can be called again and again.
                default -> (int) main.getMethod("compile", String[].class, PrintStream.class).invoke(null, arguments, messages);
            };
        } catch (InvocationTargetException failure) {
            failure.getCause().printStackTrace(messages);
            return CANNOT;
        }
    }

    private static int kotlin(Class<?> compiler, String[] arguments, PrintStream messages) throws ReflectiveOperationException {
        System.setProperty("kotlin.environment.keepalive", "true");
        Object status = compiler.getMethod("exec", PrintStream.class, String[].class)
                .invoke(compiler.getDeclaredConstructor().newInstance(), messages, arguments);
        return (int) status.getClass().getMethod("getCode").invoke(status);
    }

    private static int scala(Class<?> compiler, String[] arguments) throws ReflectiveOperationException {
        compiler.getMethod("process", String[].class).invoke(null, (Object) arguments);
        Object reporter = compiler.getMethod("reporter").invoke(null);
        return (boolean) reporter.getClass().getMethod("hasErrors").invoke(reporter) ? 1 : 0;
    }
}
