package codealchemy.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows the word {@code java}: the class to start and its arguments; options and argument files before it are read over. */
record LauncherArguments(String mainClass, List<String> arguments) {
    // Options that are followed by a value.
    private static final Set<String> WITH_VALUE =
            Set.of("-cp", "-classpath", "--class-path", "--add-exports", "--add-opens", "--add-modules", "-p", "--module-path");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static LauncherArguments of(List<String> words) throws IOException {
        List<String> all = expanded(words);
        int at = 0;
        while (at < all.size() && all.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(all.get(at)) ? 2 : 1;
        }
        if (at >= all.size()) {
            throw new IllegalArgumentException("no class to start: " + words);
        }
        return new LauncherArguments(all.get(at), all.subList(at + 1, all.size()));
    }

    private static List<String> expanded(List<String> words) throws IOException {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            if (!word.startsWith("@")) {
                all.add(word);
                continue;
            }
            Matcher parts = WORD.matcher(Files.readString(Path.of(word.substring(1))));
            while (parts.find()) {
                all.add(parts.group(1) != null ? parts.group(1) : parts.group(2));
            }
        }
        return all;
    }
}
