package codealchemy.resident;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of a job: emptied for each. */
final class Workplace {
    private final Path sources;
    private final Path output;

    Workplace(Path sources, Path output) {
        this.sources = sources;
        this.output = output;
    }

    void clear() throws IOException {
        empty(sources);
        empty(output);
    }

    void put(String name, byte[] content) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** Writes the number of files of the output folder and each file by its path; none unless asked for. */
    void writeOutput(DataOutputStream target, boolean wanted) throws IOException {
        List<Path> files = wanted ? files(output) : List.of();
        target.writeInt(files.size());
        for (Path file : files) {
            write(target, output.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            write(target, Files.readAllBytes(file));
        }
    }

    private static void write(DataOutputStream target, byte[] bytes) throws IOException {
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void empty(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = new ArrayList<>(found.filter(path -> !path.equals(folder)).toList());
        }
        all.sort(Comparator.reverseOrder());
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
