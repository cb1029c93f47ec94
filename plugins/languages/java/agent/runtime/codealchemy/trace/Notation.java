package codealchemy.trace;

/** How a language writes types and the values of its platform. */
final class Notation {
    static final Notation JAVA = new Notation("java", "{}", "{", "}", "=", "{}");
    private static final Notation KOTLIN = new Notation("kotlin", "[]", "{", "}", "=", "{}");
    private static final Notation SCALA = new Notation("scala", "()", "{", "}", "=", "{}");
    private static final Notation GROOVY = new Notation("groovy", "[]", "[", "]", ": ", "[:]");

    private final String language;
    /** Before and after the elements of an array. */
    final String arrayOpen;
    final String arrayClose;
    final String mapOpen;
    final String mapClose;
    /** Between a key and its value. */
    final String pair;
    final String emptyMap;
    private final boolean capitals;

    private Notation(String language, String array, String mapOpen, String mapClose, String pair, String emptyMap) {
        this.language = language;
        this.arrayOpen = (language.equals("scala") ? "Array" : "") + array.charAt(0);
        this.arrayClose = array.substring(1);
        this.mapOpen = mapOpen;
        this.mapClose = mapClose;
        this.pair = pair;
        this.emptyMap = emptyMap;
        capitals = language.equals("kotlin") || language.equals("scala");
    }

    static Notation of(String language) {
        return switch (language) {
            case "kotlin" -> KOTLIN;
            case "scala" -> SCALA;
            case "groovy" -> GROOVY;
            default -> JAVA;
        };
    }

    /** Name of a primitive type. */
    String primitive(char kind) {
        return switch (kind) {
            case 'Z' -> capitals ? "Boolean" : "boolean";
            case 'C' -> capitals ? "Char" : "char";
            case 'B' -> capitals ? "Byte" : "byte";
            case 'S' -> capitals ? "Short" : "short";
            case 'J' -> capitals ? "Long" : "long";
            case 'F' -> capitals ? "Float" : "float";
            case 'D' -> capitals ? "Double" : "double";
            default -> capitals ? "Int" : "int";
        };
    }

    /** Name of a box of the platform. */
    String box(char kind, String name) {
        return capitals ? primitive(kind) : name;
    }

    String array(char kind, String name) {
        return switch (language) {
            case "kotlin" -> kind == 'L' ? "Array" : primitive(kind) + "Array";
            case "scala" -> "Array";
            default -> name;
        };
    }
}
