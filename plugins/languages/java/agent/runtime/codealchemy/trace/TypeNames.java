package codealchemy.trace;

/** Names of classes as a program writes them, never with an address in them. */
final class TypeNames {
    private TypeNames() {
    }

    static String of(Class<?> type) {
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        }
        return of(type, type.getName());
    }

    /** The name of a class whose binary name is this. */
    static String of(Class<?> type, String name) {
        int lambda = name.indexOf("$$Lambda");
        if (lambda >= 0) {
            Class<?>[] interfaces = type.getInterfaces();
            return interfaces.length > 0 ? of(interfaces[0]) : "Object";
        }
        int slash = name.indexOf('/');
        String plain = slash < 0 ? name : name.substring(0, slash);
        return afterDollar(plain.substring(plain.lastIndexOf('.') + 1));
    }

    /** {@code Outer$Inner} is Inner, {@code Outer$1Local} is Local, {@code Outer$1} stays. */
    private static String afterDollar(String name) {
        int start = name.lastIndexOf('$') + 1;
        int at = start;
        while (at < name.length() && Character.isDigit(name.charAt(at))) {
            at++;
        }
        return start == 0 || at >= name.length() ? name : name.substring(at);
    }

    static char kind(Class<?> type) {
        if (!type.isPrimitive()) {
            return 'L';
        }
        return switch (type.getName()) {
            case "boolean" -> 'Z';
            case "long" -> 'J';
            default -> (char) (type.getName().charAt(0) - ('a' - 'A'));
        };
    }
}
