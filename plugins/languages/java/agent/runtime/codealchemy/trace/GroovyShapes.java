package codealchemy.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/** Shapes of Groovy's library. */
final class GroovyShapes {
    private GroovyShapes() {
    }

    /** The map in which a script keeps variables by name; null where the program has put in something of its own. */
    static Map<?, ?> binding(Object script) {
        Object binding = read(script, "groovy.lang.Script", "binding");
        Object names = binding == null || !binding.getClass().getName().equals("groovy.lang.Binding") ? null : read(binding, "groovy.lang.Binding", "variables");
        return names != null && names.getClass() == LinkedHashMap.class ? (Map<?, ?>) names : null;
    }

    private static Object read(Object owner, String type, String field) {
        for (Class<?> at = owner.getClass(); at != null; at = at.getSuperclass()) {
            if (at.getName().equals(type)) {
                return Memory.get(owner, Memory.offset(at, field));
            }
        }
        return null;
    }

    static Shape create(Class<?> type, String name) {
        String full = type.getName();
        return switch (full) {
            case "groovy.lang.Reference" -> Shape.reference(type, name, "value");
            case "groovy.lang.IntRange", "groovy.lang.ObjectRange" -> Shape.product(type, name, new String[] {"", "..", ""}, "from", "to");
            case "groovy.lang.EmptyRange" -> Shape.constant(type, name, "[]");
            case "org.codehaus.groovy.runtime.GStringImpl" -> new Shape(type, Shape.Kind.INTERPOLATED, "GString");
            case "groovy.lang.MapWithDefault" -> Shape.product(type, name, new String[] {"", ""}, "delegate");
            default -> full.startsWith("org.codehaus.groovy.runtime.NullObject") ? Shape.constant(type, "Object", "null")
                : new Shape(type, Shape.Kind.OPAQUE, name);
        };
    }

    /** The text of an interpolated string, as far as it can be told without asking an object of the program. */
    static String text(Object interpolated) {
        String[] strings = (String[]) Fields.get(interpolated, "strings");
        Object[] values = (Object[]) Fields.get(interpolated, "values");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < strings.length || i < values.length; i++) {
            text.append(i < strings.length ? strings[i] : "");
            if (i < values.length) {
                text.append(values[i] == null || isPlain(values[i].getClass().getName()) ? values[i] : "${…}");
            }
        }
        return text.toString();
    }

    private static boolean isPlain(String type) {
        return switch (type) {
            case "java.lang.String", "java.lang.Integer", "java.lang.Long", "java.lang.Double", "java.lang.Float", "java.lang.Boolean",
                "java.lang.Character", "java.lang.Byte", "java.lang.Short", "java.math.BigDecimal", "java.math.BigInteger" -> true;
            default -> false;
        };
    }
}
