package codealchemy.instrument;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rewrites compiled classes so that they tell the recorder what they do, and writes the table of sites. */
public final class Instrumenter {
    private Instrumenter() {
    }

    /**
     * Instruments the classes of a program in a language other than Java, and writes an argument file for the launcher that
     * names the class which starts it.
     *
     * @param arguments the language, the folder of classes, the folder for the rewritten ones, the file for the table, the
     *     argument file, and the name of the main source file
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
     * @return 1 when nothing in the file starts a program
     */
    public static int compile(String[] arguments, PrintStream messages) throws IOException {
        Path classes = Path.of(arguments[1]);
        Path entry = Path.of(arguments[4]);
        String main = EntryPoint.find(classes(classes));
        if (main == null) {
            messages.println("The file has no entry point: nothing in it starts a program.");
            return 1;
        }
        Files.writeString(entry, '"' + main + "\"\n");
        String source = Path.of(arguments[5]).getFileName().toString();
        instrument(Dialect.of(arguments[0], source), classes, Path.of(arguments[2]), Path.of(arguments[3]), source);
        return 0;
    }

    static void instrument(Dialect dialect, Path from, Path to, Path sites, String mainFile) throws IOException {
        SiteTableWriter table = new SiteTableWriter(mainFile, dialect);
        for (Path file : classes(from)) {
            dialect.learn(ClassRewriter.read(Files.readAllBytes(file)));
        }
        for (Path file : classes(from)) {
            byte[] rewritten = new ClassRewriter(table, dialect).rewrite(Files.readAllBytes(file));
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.write(target, rewritten);
        }
        Files.write(sites, table.bytes());
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>(files.filter(f -> f.toString().endsWith(".class")).toList());
            found.sort(null);
            return found;
        }
    }
}
