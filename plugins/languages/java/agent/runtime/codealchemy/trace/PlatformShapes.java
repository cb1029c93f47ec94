package codealchemy.trace;

import codealchemy.trace.Shape.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Shapes of the platform's own classes: exact classes only, and only those that can be read without code of the program or a lock. */
final class PlatformShapes {
    private PlatformShapes() {
    }

    static Shape create(Class<?> type, String name, Notation notation) {
        String full = type.getName();
        char box = box(full);
        if (box != 0) {
            Shape shape = new Shape(type, Kind.BOX, notation.box(box, name));
            shape.primitive = box;
            return shape;
        }
        if (Throwable.class.isAssignableFrom(type)) {
            return new Shape(type, Kind.THROWABLE, name);
        }
        if (Enum.class.isAssignableFrom(type)) {
            return new Shape(type, Kind.ENUM, name);
        }
        if (full.contains("$$Lambda")) {
            return new Shape(type, Kind.LAMBDA, name);
        }
        if (type == Unforced.class) {
            return Shape.constant(type, name, "?");
        }
        Shape shape = new Shape(type, kind(full), publicName(full, name));
        shape.content = content(type, full);
        return shape;
    }

    private static char box(String name) {
        return switch (name) {
            case "java.lang.Integer" -> 'I';
            case "java.lang.Long" -> 'J';
            case "java.lang.Double" -> 'D';
            case "java.lang.Float" -> 'F';
            case "java.lang.Character" -> 'C';
            case "java.lang.Boolean" -> 'Z';
            case "java.lang.Byte" -> 'B';
            case "java.lang.Short" -> 'S';
            default -> 0;
        };
    }

    private static Kind kind(String name) {
        return switch (name) {
            case "java.lang.String" -> Kind.STRING;
            case "java.lang.Object" -> Kind.OBJECT;
            case "java.lang.Class" -> Kind.CLASS;
            case "java.lang.StringBuilder", "java.lang.StringBuffer" -> Kind.BUILDER;
            case "java.util.Optional" -> Kind.OPTIONAL;
            case "java.util.ArrayList", "java.util.Arrays$ArrayList", "java.util.ImmutableCollections$List12",
                "java.util.ImmutableCollections$ListN", "java.util.Collections$SingletonList", "java.util.Collections$EmptyList",
                "java.util.Collections$CopiesList", "java.util.concurrent.CopyOnWriteArrayList" -> Kind.LIST;
            case "java.util.Vector", "java.util.Stack" -> Kind.VECTOR;
            case "java.util.LinkedList", "java.util.ArrayDeque", "java.util.PriorityQueue", "java.util.TreeSet",
                "java.util.LinkedHashSet", "java.util.ArrayList$SubList", "java.util.concurrent.ConcurrentLinkedQueue",
                "java.util.concurrent.ConcurrentLinkedDeque", "java.util.concurrent.ConcurrentSkipListSet",
                "java.util.RegularEnumSet", "java.util.JumboEnumSet", "java.util.TreeMap$KeySet", "java.util.TreeMap$Values",
                "java.util.TreeMap$EntrySet", "java.util.LinkedHashMap$LinkedKeySet", "java.util.LinkedHashMap$LinkedValues",
                "java.util.LinkedHashMap$LinkedEntrySet", "java.util.concurrent.CopyOnWriteArraySet" -> Kind.SEQUENCE;
            case "java.util.HashSet", "java.util.ImmutableCollections$SetN", "java.util.ImmutableCollections$Set12",
                "java.util.Collections$SingletonSet", "java.util.Collections$EmptySet", "java.util.HashMap$KeySet",
                "java.util.HashMap$Values", "java.util.HashMap$EntrySet",
                "java.util.concurrent.ConcurrentHashMap$KeySetView" -> Kind.UNORDERED;
            case "java.util.TreeMap", "java.util.LinkedHashMap", "java.util.EnumMap",
                "java.util.concurrent.ConcurrentSkipListMap", "java.util.Collections$SingletonMap",
                "java.util.Collections$EmptyMap" -> Kind.SORTED_MAP;
            case "java.util.HashMap", "java.util.ImmutableCollections$MapN", "java.util.ImmutableCollections$Map1",
                "java.util.concurrent.ConcurrentHashMap", "java.util.IdentityHashMap" -> Kind.UNORDERED_MAP;
            case "java.util.AbstractMap$SimpleEntry", "java.util.AbstractMap$SimpleImmutableEntry", "java.util.KeyValueHolder",
                "java.util.HashMap$Node", "java.util.HashMap$TreeNode", "java.util.LinkedHashMap$Entry",
                "java.util.TreeMap$Entry" -> Kind.ENTRY;
            case "java.util.concurrent.atomic.AtomicInteger", "java.util.concurrent.atomic.AtomicLong",
                "java.util.concurrent.atomic.AtomicBoolean", "java.util.BitSet", "java.util.concurrent.atomic.LongAdder" -> Kind.COUNTER;
            case "java.util.concurrent.atomic.AtomicReference" -> Kind.HOLDER;
            case "java.math.BigInteger", "java.math.BigDecimal", "java.util.UUID", "java.util.OptionalInt", "java.util.OptionalLong",
                "java.util.OptionalDouble", "java.time.LocalDate", "java.time.LocalTime", "java.time.LocalDateTime",
                "java.time.Duration", "java.time.Period", "java.time.Instant", "java.time.ZonedDateTime", "java.time.Year",
                "java.time.YearMonth", "java.util.Locale", "java.util.regex.Pattern", "java.net.URI" -> Kind.PLAIN_TEXT;
            default -> name.startsWith("java.util.Collections$Unmodifiable") || name.startsWith("java.util.Collections$Synchronized")
                ? Kind.WRAPPER : Kind.OPAQUE;
        };
    }

    private static long content(Class<?> type, String name) {
        if (name.startsWith("java.util.Collections$Unmodifiable") || name.startsWith("java.util.Collections$Synchronized")) {
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                long offset = Math.max(Memory.offset(at, "c"), Memory.offset(at, "m"));
                if (at.getSuperclass() == Object.class || at.getSuperclass() == null) {
                    return offset;
                }
            }
        }
        return type == java.util.concurrent.atomic.AtomicReference.class ? Memory.offset(type, "value") : -1;
    }

    /** The name a program knows an internal class by. */
    private static String publicName(String full, String name) {
        return switch (full) {
            case "java.util.Arrays$ArrayList", "java.util.ImmutableCollections$List12", "java.util.ImmutableCollections$ListN" -> "List";
            case "java.util.ImmutableCollections$Set12", "java.util.ImmutableCollections$SetN" -> "Set";
            case "java.util.ImmutableCollections$Map1", "java.util.ImmutableCollections$MapN" -> "Map";
            case "java.util.RegularEnumSet", "java.util.JumboEnumSet" -> "EnumSet";
            case "java.util.HashMap$Node", "java.util.HashMap$TreeNode", "java.util.LinkedHashMap$Entry", "java.util.TreeMap$Entry",
                "java.util.KeyValueHolder" -> "Map.Entry";
            default -> name;
        };
    }

    /** Text of a platform value whose toString is harmless; null when it would take too long. */
    static String plainText(Object value) {
        if (value instanceof BigInteger number) {
            return number.bitLength() > 20_000 ? null : number.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.unscaledValue().bitLength() > 20_000 ? null : number.toString();
        }
        return value.toString();
    }
}
