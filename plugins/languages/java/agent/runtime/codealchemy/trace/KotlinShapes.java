package codealchemy.trace;

import codealchemy.trace.Shape.Kind;

/** Shapes of Kotlin's library: what holds plain data. */
final class KotlinShapes {
    private KotlinShapes() {
    }

    static Shape create(Class<?> type, String name) {
        String full = type.getName();
        if (full.startsWith("kotlin.jvm.internal.Ref$")) {
            return Shape.reference(type, name, "element");
        }
        return switch (full) {
            case "kotlin.Pair" -> Shape.product(type, name, new String[] {"(", ", ", ")"}, "first", "second");
            case "kotlin.Triple" -> Shape.product(type, name, new String[] {"(", ", ", ", ", ")"}, "first", "second", "third");
            case "kotlin.ranges.IntRange", "kotlin.ranges.LongRange", "kotlin.ranges.CharRange" ->
                Shape.product(type, name, new String[] {"", "..", ""}, "first", "last");
            case "kotlin.ranges.IntProgression", "kotlin.ranges.LongProgression", "kotlin.ranges.CharProgression" ->
                Shape.product(type, name, new String[] {"", "..", " step ", ""}, "first", "last", "step");
            case "kotlin.collections.IndexedValue" ->
                Shape.product(type, name, new String[] {"IndexedValue(index=", ", value=", ")"}, "index", "value");
            case "kotlin.SynchronizedLazyImpl", "kotlin.SafePublicationLazyImpl", "kotlin.UnsafeLazyImpl" ->
                Shape.product(type, "Lazy", new String[] {"Lazy(", ")"}, "_value");
            case "kotlin.InitializedLazyImpl" -> Shape.product(type, "Lazy", new String[] {"Lazy(", ")"}, "value");
            case "kotlin.UNINITIALIZED_VALUE" -> Shape.constant(type, name, "…");
            case "kotlin.Unit" -> Shape.constant(type, name, "Unit");
            case "kotlin.collections.EmptyList" -> Shape.constant(type, "List", "[]");
            case "kotlin.collections.EmptySet" -> Shape.constant(type, "Set", "[]");
            case "kotlin.collections.EmptyMap" -> Shape.constant(type, "Map", "{}");
            default -> new Shape(type, Kind.OPAQUE, name);
        };
    }
}
