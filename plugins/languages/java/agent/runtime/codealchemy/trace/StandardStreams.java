package codealchemy.trace;

import java.io.FileDescriptor;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Listens to the standard streams at the bottom, where bytes reach the descriptor: the stream objects that the program
 * sees, their buffers and their flushing stay as they are.
 */
final class StandardStreams {
    private StandardStreams() {
    }

    static void hook() {
        hook(System.out, new TracedOutput(FileDescriptor.out, 1));
        hook(System.err, new TracedOutput(FileDescriptor.err, 2));
        hook(System.in);
    }

    private static void hook(OutputStream stream, TracedOutput bottom) {
        long inner = Memory.offset(FilterOutputStream.class, "out");
        OutputStream at = stream;
        while (Memory.get(at, inner) instanceof FilterOutputStream next) {
            at = next;
        }
        Memory.UNSAFE.putReference(at, inner, bottom);
    }

    private static void hook(InputStream stream) {
        long inner = Memory.offset(FilterInputStream.class, "in");
        if (stream instanceof FilterInputStream) {
            Memory.UNSAFE.putReferenceVolatile(stream, inner, new TracedInput());
        }
    }
}
