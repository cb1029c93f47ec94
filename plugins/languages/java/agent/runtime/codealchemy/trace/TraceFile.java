package codealchemy.trace;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;

/** The mapped trace file: what is in it stays, however the process ends. The descriptor itself is closed at once. */
final class TraceFile {
    private static final int SLACK = 4096;

    private final long base;
    private final long capacity;
    private final MappedByteBuffer keep;
    private long position;

    TraceFile(int descriptor, long bytes) throws IOException {
        FileDescriptor file = new FileDescriptor();
        SharedSecrets.getJavaIOFileDescriptorAccess().set(file, descriptor);
        capacity = Math.min(bytes, Integer.MAX_VALUE - 2L * SLACK);
        try (FileChannel channel = sun.nio.ch.FileChannelImpl.open(file, null, true, true, false, null)) {
            keep = channel.map(FileChannel.MapMode.READ_WRITE, 0, capacity + SLACK);
        }
        base = ((sun.nio.ch.DirectBuffer) keep).address();
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
