package codealchemy.trace;

import java.util.Arrays;

/** Collects elements up to a limit. */
final class Gathered {
    private final int most;
    private Object[] items = new Object[8];
    private int count;

    Gathered(int most) {
        this.most = most;
    }

    boolean isFull() {
        return count >= most;
    }

    void add(Object item) {
        if (count < most) {
            items = count == items.length ? Arrays.copyOf(items, 2 * count) : items;
            items[count++] = item;
        }
    }

    void add(Object key, Object value) {
        if (count + 1 < most) {
            add(key);
            add(value);
        }
    }

    /** Adds what an array holds in a range. */
    void addAll(Object array, int from, int to) {
        char kind = TypeNames.kind(array.getClass().getComponentType());
        for (int i = from; i < to && !isFull(); i++) {
            add(kind == 'L' ? ((Object[]) array)[i] : Primitives.box(kind, ArrayElements.bits(kind, array, i)));
        }
    }

    void reverse() {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            Object item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }

    Object[] toArray() {
        return Arrays.copyOf(items, count);
    }
}
