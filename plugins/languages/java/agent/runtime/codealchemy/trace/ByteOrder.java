package codealchemy.trace;

import java.util.Arrays;
import java.util.Comparator;

/** Orders texts by their bytes. A class of its own, because a lambda would link through the platform's method handles. */
final class ByteOrder implements Comparator<byte[]> {
    static final ByteOrder INSTANCE = new ByteOrder();

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }
}
