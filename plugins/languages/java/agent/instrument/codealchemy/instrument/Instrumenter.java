package codealchemy.instrument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rewrites compiled classes in place so that they tell the recorder what they do, and writes the table of sites beside them. */
public final class Instrumenter {
    private Instrumenter() {
    }

    /**
     * @param arguments the folder of classes, the file for the table, and the name of the main source file
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        SiteTableWriter table = new SiteTableWriter(Path.of(arguments[2]).getFileName().toString());
        for (Path file : classes(folder)) {
            byte[] rewritten = new ClassRewriter(table).rewrite(Files.readAllBytes(file));
            Files.write(file, rewritten);
        }
        Files.write(Path.of(arguments[1]), table.bytes());
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>(files.filter(f -> f.toString().endsWith(".class")).toList());
            found.sort(null);
            return found;
        }
    }
}
