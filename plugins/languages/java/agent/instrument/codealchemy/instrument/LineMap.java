package codealchemy.instrument;

import jdk.internal.org.objectweb.asm.tree.LineNumberNode;

/** What line of the source an entry of a line table stands for. */
interface LineMap {
    LineMap PLAIN = entry -> entry.line;

    /** The line; 0 for an entry that stands for none. */
    int source(LineNumberNode entry);

    /** Whether an entry that repeats the line of the one before it tells nothing new. */
    default boolean mergesRepeats() {
        return false;
    }
}
