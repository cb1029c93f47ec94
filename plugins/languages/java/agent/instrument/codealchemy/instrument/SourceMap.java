package codealchemy.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first stratum of a class's source debug extension (JSR-45): where lines of inlined functions come from. */
final class SourceMap {
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:#(\\d+))?(?:,(\\d+))?:(\\d+)(?:,(\\d+))?");

    private record Range(int from, int count, int step, int input, String file) {
    }

    private final List<Range> ranges = new ArrayList<>();
    private final String wanted;
    private final boolean isOther;

    /**
     * @param extension the attribute, or null when nothing was inlined
     * @param ownFile file that the class belongs to
     * @param wanted file whose lines are wanted
     */
    SourceMap(String extension, String ownFile, String wanted) {
        this.wanted = wanted;
        isOther = !wanted.equals(ownFile);
        if (extension != null) {
            read(extension.split("\n"));
        }
    }

    private void read(String[] lines) {
        Map<String, String> files = new HashMap<>();
        String section = "";
        String file = "1";
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.startsWith("*")) {
                section = line;
                if (line.equals("*E")) {
                    return;
                }
            } else if (section.equals("*F")) {
                String[] words = (line.startsWith("+ ") ? line.substring(2) : line).split(" ", 2);
                files.put(words[0], words[1]);
                i += line.startsWith("+ ") ? 1 : 0;
            } else if (section.equals("*L")) {
                Matcher match = RANGE.matcher(line);
                if (match.matches()) {
                    file = match.group(2) == null ? file : match.group(2);
                    ranges.add(new Range(Integer.parseInt(match.group(4)), number(match.group(3)), number(match.group(5)),
                        Integer.parseInt(match.group(1)), files.get(file)));
                }
            }
        }
    }

    private static int number(String text) {
        return text == null ? 1 : Integer.parseInt(text);
    }

    /** The line in the wanted file; 0 for one of another file. */
    int source(int line) {
        for (Range range : ranges) {
            int offset = (line - range.from) / range.step;
            if (line >= range.from && offset < range.count) {
                return wanted.equals(range.file) ? range.input + offset : 0;
            }
        }
        return isOther ? 0 : line;
    }
}
