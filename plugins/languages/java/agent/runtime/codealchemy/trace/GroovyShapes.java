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
        return new Shape(type, Shape.Kind.OPAQUE, name);
    }
}
