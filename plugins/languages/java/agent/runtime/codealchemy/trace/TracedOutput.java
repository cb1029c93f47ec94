package codealchemy.trace;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** A standard output stream that tells the recorder what goes through. */
final class TracedOutput extends FileOutputStream {
    private final int descriptor;

    TracedOutput(FileDescriptor file, int descriptor) {
        super(file);
        this.descriptor = descriptor;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        super.write(bytes, offset, length);
        Recorder.transfer('o', descriptor, bytes, offset, length);
    }
}
