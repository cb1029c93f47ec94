package codealchemy.trace;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fingerprint of everything that the text of a value can show: when it is the same, the text need not be written again. */
final class ValueDigest {
    private static final int SORTABLE = 1024;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long VECTOR_DATA = Memory.offset(java.util.Vector.class, "elementData");
    private static final long VECTOR_COUNT = Memory.offset(java.util.Vector.class, "elementCount");

    private final ValueWriter values;
    private final Object[] path;
    /** Characters that the text may still have, if all that was seen took as little room as it can. */
    private int left;

    ValueDigest(ValueWriter values) {
        this.values = values;
        path = new Object[values.maxDepth + 2];
    }

    long of(Object value) {
        left = values.maxCharacters + 1;
        try {
            return any(value, 0);
        } catch (RuntimeException e) {
            return System.nanoTime();
        }
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * PRIME;
        return mixed ^ mixed >>> 29;
    }

    private long any(Object value, int level) {
        left--;
        if (value == null) {
            return 1;
        }
        Shape shape = values.shapes.of(value.getClass());
        long seed = shape.name.hashCode() * PRIME;
        return switch (shape.kind) {
            case STRING -> string((String) value, seed);
            case BOX -> mix(seed, ValueWriter.bits(shape.primitive, value));
            case ENUM -> mix(seed, ((Enum<?>) value).ordinal());
            case PLAIN_TEXT -> mix(seed, value.hashCode());
            case CONSTANT -> seed;
            case CLASS -> mix(seed, ((Class<?>) value).getName().hashCode());
            case LAMBDA, OPAQUE -> seed;
            default -> level >= values.maxDepth || isOnPath(value, level) ? seed + 1 : nested(shape, value, level, seed);
        };
    }

    private boolean isOnPath(Object value, int level) {
        for (int i = 0; i < level; i++) {
            if (path[i] == value) {
                return true;
            }
        }
        return false;
    }

    private long nested(Shape shape, Object value, int level, long seed) {
        path[level] = value;
        long hash = compound(shape, value, level + 1, seed);
        path[level] = null;
        return hash;
    }

    private long string(String value, long seed) {
        left -= value.length() + 1;
        return mix(seed + value.length(), value.hashCode());
    }

    private long compound(Shape shape, Object value, int level, long seed) {
        return switch (shape.kind) {
            case PRIMITIVE_ARRAY -> primitives(shape.primitive, value, seed);
            case OBJECT_ARRAY -> array((Object[]) value, ((Object[]) value).length, level, seed);
            case VECTOR -> array((Object[]) Memory.get(value, VECTOR_DATA), Memory.UNSAFE.getInt(value, VECTOR_COUNT), level, seed);
            case LIST -> list((List<?>) value, level, seed);
            case SEQUENCE -> sequence((Collection<?>) value, level, seed);
            case UNORDERED -> unordered((Collection<?>) value, level, seed);
            case SORTED_MAP -> sortedMap((Map<?, ?>) value, level, seed);
            case UNORDERED_MAP -> unorderedMap((Map<?, ?>) value, level, seed);
            case WRAPPER, HOLDER -> mix(seed, any(Memory.get(value, shape.content), level));
            case ENTRY -> entry((Map.Entry<?, ?>) value, level, seed);
            case OPTIONAL -> mix(seed, any(((Optional<?>) value).orElse(null), level));
            case BUILDER -> builder(value, seed);
            case INTERPOLATED -> string(GroovyShapes.text(value), seed);
            case GATHERED, GATHERED_MAP -> gathered(shape, value, level, seed);
            case COUNTER -> shape.fieldNames.length == 0 ? mix(seed, value.toString().hashCode()) : fields(shape, value, level, seed);
            default -> fields(shape, value, level, seed);
        };
    }

    private long primitives(char kind, Object array, long seed) {
        int length = ArrayElements.length(kind, array);
        long hash = mix(seed, length);
        for (int i = 0; i < length && i < values.maxItems; i++) {
            hash = mix(hash, ArrayElements.bits(kind, array, i));
        }
        left -= 3 * Math.min(length, values.maxItems);
        return hash;
    }

    private long array(Object[] array, int length, int level, long seed) {
        long hash = mix(seed, length);
        for (int i = 0; i < length && i < values.maxItems && left > 0; i++) {
            left -= 2;
            hash = mix(hash, any(array[i], level));
        }
        return hash;
    }

    private long list(List<?> list, int level, long seed) {
        int size = list.size();
        long hash = mix(seed, size);
        for (int i = 0; i < size && i < values.maxItems && left > 0; i++) {
            left -= 2;
            hash = mix(hash, any(list.get(i), level));
        }
        return hash;
    }

    private long sequence(Collection<?> collection, int level, long seed) {
        long hash = mix(seed, collection.size());
        int index = 0;
        for (Iterator<?> items = collection.iterator(); items.hasNext() && index < values.maxItems && left > 0; index++) {
            left -= 2;
            hash = mix(hash, any(items.next(), level));
        }
        return hash;
    }

    private long sortedMap(Map<?, ?> map, int level, long seed) {
        long hash = mix(seed, map.size());
        int index = 0;
        for (Iterator<? extends Map.Entry<?, ?>> items = map.entrySet().iterator(); items.hasNext() && index < values.maxItems && left > 0; index++) {
            hash = entry(items.next(), level, hash);
        }
        return hash;
    }

    private long entry(Map.Entry<?, ?> entry, int level, long seed) {
        return mix(mix(seed, any(entry.getKey(), level)), any(entry.getValue(), level));
    }

    /** A sum, because the order of iteration says nothing. */
    private long unordered(Collection<?> collection, int level, long seed) {
        int size = collection.size();
        long sum = 0;
        if (size <= SORTABLE) {
            for (Object item : collection) {
                sum += mix(PRIME, whole(item, level));
            }
        }
        return mix(seed + size, sum);
    }

    private long unorderedMap(Map<?, ?> map, int level, long seed) {
        int size = map.size();
        long sum = 0;
        if (size <= SORTABLE) {
            for (Map.Entry<?, ?> item : map.entrySet()) {
                sum += mix(mix(PRIME, whole(item.getKey(), level)), whole(item.getValue(), level));
            }
        }
        return mix(seed + size, sum);
    }

    /** Each element of an unordered collection counts, since any of them may be shown first. */
    private long whole(Object item, int level) {
        int before = left;
        left = values.maxCharacters + 1;
        long hash = any(item, level);
        left = before;
        return hash;
    }

    private long gathered(Shape shape, Object value, int level, long seed) {
        int most = shape.isUnordered ? SORTABLE : values.maxItems + 1;
        Object[] items = shape.gatherer.elements(value, most);
        long hash = mix(seed, shape.gatherer.size(value));
        if (!shape.isUnordered) {
            return array(items, items.length, level, hash);
        }
        int step = shape.kind == Shape.Kind.GATHERED_MAP ? 2 : 1;
        long sum = 0;
        for (int i = 0; i < items.length; i += step) {
            long item = mix(PRIME, whole(items[i], level));
            sum += step == 1 ? item : mix(item, whole(items[i + 1], level));
        }
        return mix(hash, sum);
    }

    private long builder(Object value, long seed) {
        int length = Builders.length(value);
        long hash = mix(seed, length);
        for (int i = 0; i < length && i <= values.maxCharacters; i++) {
            hash = hash * 31 + Builders.at(value, i);
        }
        return mix(hash, length);
    }

    private long fields(Shape shape, Object value, int level, long seed) {
        long hash = seed;
        for (int i = 0; i < shape.fieldKinds.length && left > 0; i++) {
            left -= shape.fieldNames[i].length() + 1;
            char kind = shape.fieldKinds[i];
            long offset = shape.fieldOffsets[i];
            hash = mix(hash, kind == 'L'
                ? any(Memory.UNSAFE.getReference(value, offset), level)
                : ArrayElements.read(kind, value, offset));
        }
        return hash;
    }
}
