/**
 * Re-indents JSON given as one argument, and complains about what is not JSON.
 *
 * $ java JsonPrinter '{"a":[1,2,{"b":null}],"c":""}'
 * $ java JsonPrinter '[1,2'
 * $ java JsonPrinter '{"a":tru}'
 */
public class JsonPrinter {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int depth;

    JsonPrinter(String text) {
        this.text = text;
    }

    static final class Malformed extends Exception {
        Malformed(String what, int at) {
            super(what + " at " + at);
        }
    }

    String print() throws Malformed {
        value();
        skip();
        if (at < text.length()) {
            throw new Malformed("left over", at);
        }
        return out.toString();
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() throws Malformed {
        skip();
        if (at == text.length()) {
            throw new Malformed("ends too early", at);
        }
        return text.charAt(at);
    }

    private void value() throws Malformed {
        char c = peek();
        if (c == '{') {
            group('}', true);
        } else if (c == '[') {
            group(']', false);
        } else if (c == '"') {
            string();
        } else {
            word();
        }
    }

    private void group(char close, boolean named) throws Malformed {
        out.append(text.charAt(at++));
        depth++;
        boolean first = true;
        while (peek() != close) {
            if (!first) {
                expect(',');
            }
            newLine();
            if (named) {
                peek();
                string();
                expect(':');
                out.append(' ');
            }
            value();
            first = false;
        }
        depth--;
        if (!first) {
            newLine();
        }
        out.append(text.charAt(at++));
    }

    private void expect(char wanted) throws Malformed {
        if (peek() != wanted) {
            throw new Malformed("no '" + wanted + "'", at);
        }
        out.append(wanted);
        at++;
    }

    private void string() throws Malformed {
        int end = text.indexOf('"', at + 1);
        if (text.charAt(at) != '"' || end < 0) {
            throw new Malformed("bad string", at);
        }
        out.append(text, at, end + 1);
        at = end + 1;
    }

    private void word() throws Malformed {
        int start = at;
        while (at < text.length() && "{}[],:\" \n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (!word.matches("true|false|null|-?[0-9]+(\\.[0-9]+)?")) {
            throw new Malformed("bad value '" + word + "'", start);
        }
        out.append(word);
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(depth));
    }

    public static void main(String[] args) {
        String text = args.length > 0 ? args[0] : "{\"ok\": true, \"sizes\": [3, 4.5]}";
        try {
            System.out.println(new JsonPrinter(text).print());
        } catch (Malformed problem) {
            System.out.println("not JSON: " + problem.getMessage());
        }
    }
}
