package codealchemy.trace;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/** The standard input stream, which tells the recorder what was read. */
final class TracedInput extends FileInputStream {
    TracedInput() {
        super(FileDescriptor.in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes) throws IOException {
        return read(bytes, 0, bytes.length);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        Recorder.transfer('i', 0, bytes, offset, count);
        return count;
    }
}
