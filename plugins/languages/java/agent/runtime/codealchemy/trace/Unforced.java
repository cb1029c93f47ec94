package codealchemy.trace;

/** Stands for the rest of a lazy list that the program has not asked for yet. */
final class Unforced {
    static final Unforced INSTANCE = new Unforced();

    private Unforced() {
    }
}
