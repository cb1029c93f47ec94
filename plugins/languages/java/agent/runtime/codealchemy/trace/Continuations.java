package codealchemy.trace;

import java.util.Arrays;

/** Remembers the frame numbers of calls that go on later, such as those of coroutines. */
final class Continuations {
    private final Aliases aliases = new Aliases();
    private int[] numbers = new int[16];

    /** The number that the call had before, else the fresh one. */
    int number(Object continuation, int fresh) {
        int alias = aliases.of(continuation);
        if (alias >= numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * alias);
        }
        if (numbers[alias] == 0) {
            numbers[alias] = fresh;
        }
        return numbers[alias];
    }
}
