package codealchemy.resident;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;

/** Runs the compilers that this process knows from command lines as they would be started. */
final class Compilers {
    private static final int CANNOT = 2;

    // Options of the java launcher that are followed by a value.
    private static final Set<String> WITH_VALUE =
            Set.of("-cp", "-classpath", "--class-path", "--add-exports", "--add-opens", "--add-modules", "-p", "--module-path");

    /** Status of the compiler; 2 where the command is none of a known one, or the compiler itself failed. */
    int run(List<String> command, PrintStream messages) {
        String program = Path.of(command.get(0)).getFileName().toString();
        try {
            return switch (program) {
                case "javac" -> javac(command.subList(1, command.size()), messages);
                case "java" -> mainClass(command, messages);
                default -> CANNOT;
            };
        } catch (ReflectiveOperationException | RuntimeException | Error failure) {
            failure.printStackTrace(messages);
            return CANNOT;
        }
    }

    private static int javac(List<String> options, PrintStream messages) {
        String[] own = options.stream().filter(option -> !option.startsWith("-J")).toArray(String[]::new);
        int status = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, own);
        return status <= 1 ? status : CANNOT;
    }

    // A class that can be called again and again says so by a method `int compile(String[], PrintStream)`.
    private static int mainClass(List<String> command, PrintStream messages) throws ReflectiveOperationException {
        int at = 1;
        while (at < command.size() && command.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(command.get(at)) ? 2 : 1;
        }
        if (at >= command.size()) {
            return CANNOT;
        }
        Method compile = Class.forName(command.get(at)).getMethod("compile", String[].class, PrintStream.class);
        String[] arguments = command.subList(at + 1, command.size()).toArray(String[]::new);
        try {
            return (int) compile.invoke(null, arguments, messages);
        } catch (InvocationTargetException failure) {
            failure.getCause().printStackTrace(messages);
            return CANNOT;
        }
    }
}
