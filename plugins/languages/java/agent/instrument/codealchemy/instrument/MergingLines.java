package codealchemy.instrument;

import java.util.function.ToIntFunction;
import jdk.internal.org.objectweb.asm.tree.LineNumberNode;

/** For compilers that come back to a line after each part of it. */
record MergingLines(ToIntFunction<LineNumberNode> map) implements LineMap {
    @Override
    public int source(LineNumberNode entry) {
        return map.applyAsInt(entry);
    }

    @Override
    public boolean mergesRepeats() {
        return true;
    }
}
