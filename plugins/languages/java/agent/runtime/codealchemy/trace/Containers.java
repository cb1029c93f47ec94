package codealchemy.trace;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes values that hold others. */
final class Containers {
    /** More than this many elements are not sorted, and so not shown. */
    private static final int SORTABLE = 1024;
    private static final long VECTOR_DATA = Memory.offset(java.util.Vector.class, "elementData");
    private static final long VECTOR_COUNT = Memory.offset(java.util.Vector.class, "elementCount");
    private static final long MESSAGE = Memory.offset(Throwable.class, "detailMessage");

    private final ValueWriter out;

    Containers(ValueWriter out) {
        this.out = out;
    }

    void write(Shape shape, Object value) {
        switch (shape.kind) {
            case PRIMITIVE_ARRAY -> primitiveArray(shape.primitive, value);
            case OBJECT_ARRAY -> {
                Object[] array = (Object[]) value;
                elements(array, array.length, '{', '}');
            }
            case LIST -> list((List<?>) value);
            case VECTOR -> elements((Object[]) Memory.get(value, VECTOR_DATA), Memory.UNSAFE.getInt(value, VECTOR_COUNT), '[', ']');
            case SEQUENCE -> sequence((Collection<?>) value);
            case UNORDERED -> unordered((Collection<?>) value);
            case SORTED_MAP -> sortedMap((Map<?, ?>) value);
            case UNORDERED_MAP -> unorderedMap((Map<?, ?>) value);
            case WRAPPER, HOLDER -> out.value(Memory.get(value, shape.content));
            case ENTRY -> entry((Map.Entry<?, ?>) value);
            case OPTIONAL -> optional((Optional<?>) value);
            case BUILDER -> builder(value);
            case COUNTER -> counter(shape, value);
            case THROWABLE -> throwable(shape, value);
            case RECORD -> object(shape, value, '[', ']');
            default -> object(shape, value, '{', '}');
        }
    }

    private void primitiveArray(char kind, Object array) {
        int length = ArrayElements.length(kind, array);
        out.lengthIs(length);
        out.put('{');
        for (int i = 0; i < length && !out.full(); i++) {
            if (comma(i)) {
                break;
            }
            out.primitive(kind, ArrayElements.bits(kind, array, i));
        }
        out.put('}');
    }

    /** Writes what goes between elements; true when the rest is left out. */
    private boolean comma(int index) {
        if (index > 0) {
            out.put(", ");
        }
        if (index == out.maxItems) {
            out.omit();
            return true;
        }
        return false;
    }

    private void elements(Object[] array, int length, char open, char close) {
        out.lengthIs(length);
        out.put(open);
        for (int i = 0; i < length && !out.full(); i++) {
            if (comma(i)) {
                break;
            }
            out.value(array[i]);
        }
        out.put(close);
    }

    private void list(List<?> list) {
        int size = list.size();
        out.lengthIs(size);
        out.put('[');
        for (int i = 0; i < size && !out.full(); i++) {
            if (comma(i)) {
                break;
            }
            out.value(list.get(i));
        }
        out.put(']');
    }

    private void sequence(Collection<?> collection) {
        out.lengthIs(collection.size());
        out.put('[');
        int index = 0;
        for (Iterator<?> items = collection.iterator(); items.hasNext() && !out.full(); index++) {
            if (comma(index)) {
                break;
            }
            out.value(items.next());
        }
        out.put(']');
    }

    private void sortedMap(Map<?, ?> map) {
        out.lengthIs(map.size());
        out.put('{');
        int index = 0;
        for (Iterator<? extends Map.Entry<?, ?>> items = map.entrySet().iterator(); items.hasNext() && !out.full(); index++) {
            if (comma(index)) {
                break;
            }
            entry(items.next());
        }
        out.put('}');
    }

    private void entry(Map.Entry<?, ?> entry) {
        out.value(entry.getKey());
        out.put('=');
        out.value(entry.getValue());
    }

    private void unordered(Collection<?> collection) {
        int size = collection.size();
        byte[][] parts = new byte[size > SORTABLE ? 0 : size][];
        int count = 0;
        for (Iterator<?> items = collection.iterator(); count < parts.length && items.hasNext();) {
            Object item = items.next();
            int from = out.beginApart();
            out.value(item);
            parts[count++] = out.endApart(from);
        }
        sorted(parts, count, size, '[', ']');
    }

    private void unorderedMap(Map<?, ?> map) {
        int size = map.size();
        byte[][] parts = new byte[size > SORTABLE ? 0 : size][];
        int count = 0;
        for (Iterator<? extends Map.Entry<?, ?>> items = map.entrySet().iterator(); count < parts.length && items.hasNext();) {
            Map.Entry<?, ?> item = items.next();
            int from = out.beginApart();
            entry(item);
            parts[count++] = out.endApart(from);
        }
        sorted(parts, count, size, '{', '}');
    }

    private void sorted(byte[][] parts, int count, int size, char open, char close) {
        Arrays.sort(parts, 0, count, ByteOrder.INSTANCE);
        out.lengthIs(size);
        out.put(open);
        if (size > SORTABLE) {
            out.omit();
        }
        for (int i = 0; i < count && !out.full(); i++) {
            if (comma(i)) {
                break;
            }
            out.put(parts[i]);
        }
        out.put(close);
    }

    private void builder(Object value) {
        out.lengthIs(Builders.length(value));
        String start = Builders.start(value, out.maxCharacters + 1);
        out.characters(start, 0, start.length());
    }

    private void optional(Optional<?> optional) {
        out.put("Optional[");
        if (optional.isPresent()) {
            out.value(optional.get());
        }
        out.put(']');
    }

    private void counter(Shape shape, Object value) {
        if (shape.fieldNames.length == 0) {
            out.put(value.toString());
        } else {
            field(shape, value, 0);
        }
    }

    private void throwable(Shape shape, Object value) {
        out.put(shape.name);
        out.put('(');
        Object message = Memory.get(value, MESSAGE);
        if (message != null) {
            out.value(message);
        }
        fields(shape, value, message != null);
        out.put(')');
    }

    private void object(Shape shape, Object value, char open, char close) {
        out.put(shape.name);
        out.put(open);
        fields(shape, value, false);
        out.put(close);
    }

    private void fields(Shape shape, Object value, boolean more) {
        for (int i = 0; i < shape.fieldNames.length && !out.full(); i++) {
            if (i > 0 || more) {
                out.put(", ");
            }
            out.put(shape.fieldNames[i]);
            out.put('=');
            field(shape, value, i);
        }
    }

    private void field(Shape shape, Object value, int index) {
        char kind = shape.fieldKinds[index];
        long offset = shape.fieldOffsets[index];
        if (kind == 'L') {
            out.value(Memory.UNSAFE.getReference(value, offset));
        } else {
            out.primitive(kind, ArrayElements.read(kind, value, offset));
        }
    }
}
