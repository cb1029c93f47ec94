import java.util.Iterator;
import java.util.NoSuchElementException;

class Range implements Iterable<Integer> {
    private final int from;
    private final int to;

    Range(int from, int to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Iterator<Integer> iterator() {
        return new Iterator<>() {
            private int at = from;

            @Override
            public boolean hasNext() {
                return at < to;
            }

            @Override
            public Integer next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("past " + to);
                }
                return at++;
            }
        };
    }
}

class Stack<T extends Comparable<T>> {
    private T[] items;
    private int size;

    @SuppressWarnings("unchecked")
    Stack(int capacity) {
        items = (T[]) new Comparable[capacity];
    }

    void push(T item) {
        items[size++] = item;
    }

    T largest() {
        T best = items[0];
        for (int i = 1; i < size; i++) {
            if (items[i].compareTo(best) > 0) {
                best = items[i];
            }
        }
        return best;
    }
}

class Main {
    static <A, B extends A> A either(boolean left, A a, B b) {
        return left ? a : b;
    }

    public static void main(String[] args) {
        int sum = 0;
        for (int i : new Range(2, 5)) {
            sum += i;
        }
        System.out.println(sum);
        Iterator<Integer> none = new Range(1, 1).iterator();
        try {
            none.next();
        } catch (NoSuchElementException e) {
            System.out.println(e.getMessage());
        }
        Stack<String> stack = new Stack<>(3);
        stack.push("kiwi");
        stack.push("plum");
        System.out.println(stack.largest());
        Object chosen = either(false, (Object) 1, "right");
        System.out.println(chosen);
    }
}
