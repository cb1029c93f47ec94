package codealchemy.trace;

import java.io.IOException;
import jdk.internal.misc.Unsafe;

/** The mapped trace file: what is in it stays, however the process ends. */
final class TraceFile {
    /** Room for the record that says that a limit was reached. */
    private static final int SLACK = 4096;

    private final long base;
    private final long capacity;
    private long position;

    TraceFile(int descriptor, long bytes) throws IOException, ReflectiveOperationException {
        capacity = Math.min(bytes, Integer.MAX_VALUE - 2L * SLACK);
        base = FileMapping.map(descriptor, capacity + SLACK);
    }

    /** Whether a record of this length still fits under the byte limit. */
    boolean fits(int length) {
        return position + length <= capacity;
    }

    /** Appends a record. Its first byte comes last, so that a record cut short by the end of the process is not there at all. */
    void append(byte[] record, int start, int length) {
        Unsafe unsafe = Memory.UNSAFE;
        long at = base + position;
        unsafe.copyMemory(record, Unsafe.ARRAY_BYTE_BASE_OFFSET + start + 1, null, at + 1, length - 1);
        unsafe.putByte(at, record[start]);
        position += length;
    }
}
