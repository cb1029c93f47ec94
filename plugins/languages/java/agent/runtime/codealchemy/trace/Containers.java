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
                elements(array, array.length, out.shapes.notation.arrayOpen, out.shapes.notation.arrayClose);
            }
            case LIST -> list((List<?>) value);
            case VECTOR -> elements((Object[]) Memory.get(value, VECTOR_DATA), Memory.UNSAFE.getInt(value, VECTOR_COUNT), "[", "]");
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
            case DATA -> object(shape, value, '(', ')');
            case CASE, PRODUCT -> product(shape, value);
            case INTERPOLATED -> out.string(GroovyShapes.text(value));
            case REFERENCE -> field(shape, value, 0);
            case GATHERED -> gathered(shape, value);
            case GATHERED_MAP -> gatheredMap(shape, value);
            default -> object(shape, value, '{', '}');
        }
    }

    private void primitiveArray(char kind, Object array) {
        int length = ArrayElements.length(kind, array);
        out.lengthIs(length);
        out.put(out.shapes.notation.arrayOpen);
        for (int i = 0; i < length && !out.full(); i++) {
            if (comma(i)) {
                break;
            }
            out.primitive(kind, ArrayElements.bits(kind, array, i));
        }
        out.put(out.shapes.notation.arrayClose);
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

    private void elements(Object[] array, int length, String open, String close) {
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
        if (map.isEmpty()) {
            out.put(out.shapes.notation.emptyMap);
            return;
        }
        out.put(out.shapes.notation.mapOpen);
        int index = 0;
        for (Iterator<? extends Map.Entry<?, ?>> items = map.entrySet().iterator(); items.hasNext() && !out.full(); index++) {
            if (comma(index)) {
                break;
            }
            entry(items.next());
        }
        out.put(out.shapes.notation.mapClose);
    }

    private void entry(Map.Entry<?, ?> entry) {
        out.value(entry.getKey());
        out.put(out.shapes.notation.pair);
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
        sorted(parts, count, size, "[", "]");
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
        if (size == 0) {
            out.put(out.shapes.notation.emptyMap);
        } else {
            sorted(parts, count, size, out.shapes.notation.mapOpen, out.shapes.notation.mapClose);
        }
    }

    private void sorted(byte[][] parts, int count, int size, String open, String close) {
        Arrays.sort(parts, 0, count, ByteOrder.INSTANCE);
        joined(parts, count, size, open, close);
    }

    private void joined(byte[][] parts, int count, int size, String open, String close) {
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

    /** The parts without their names; those of a case class stand behind its name. */
    private void product(Shape shape, Object value) {
        boolean isCase = shape.kind == Shape.Kind.CASE;
        int parts = shape.fieldNames.length;
        out.put(isCase ? shape.name + '(' : shape.glue[0]);
        for (int i = 0; i < parts && !out.full(); i++) {
            if (i > 0) {
                out.put(isCase ? ", " : shape.glue[i]);
            }
            field(shape, value, i);
        }
        out.put(isCase ? ")" : shape.glue[parts]);
    }

    private void gathered(Shape shape, Object value) {
        int size = shape.gatherer.size(value);
        Object[] items = shape.gatherer.elements(value, shape.isUnordered ? SORTABLE : out.maxItems + 1);
        if (!shape.isUnordered) {
            elements(items, items.length, shape.glue[0], shape.glue[1]);
            out.lengthIs(size);
            return;
        }
        byte[][] parts = new byte[items.length][];
        for (int i = 0; i < items.length; i++) {
            int from = out.beginApart();
            out.value(items[i]);
            parts[i] = out.endApart(from);
        }
        sorted(parts, items.length, size, shape.glue[0], shape.glue[1]);
    }

    private void gatheredMap(Shape shape, Object value) {
        int size = shape.gatherer.size(value);
        Object[] items = shape.gatherer.elements(value, shape.isUnordered ? SORTABLE : out.maxItems + 1);
        byte[][] parts = new byte[items.length / 2][];
        for (int i = 0; i < parts.length; i++) {
            int from = out.beginApart();
            out.value(items[2 * i]);
            out.put(" -> ");
            out.value(items[2 * i + 1]);
            parts[i] = out.endApart(from);
        }
        if (shape.isUnordered) {
            sorted(parts, parts.length, size, shape.glue[0], shape.glue[1]);
        } else {
            joined(parts, parts.length, size, shape.glue[0], shape.glue[1]);
        }
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
