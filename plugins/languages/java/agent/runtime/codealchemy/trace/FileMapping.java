package codealchemy.trace;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Method;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import jdk.internal.access.SharedSecrets;
import sun.nio.ch.FileChannelImpl;

/** Maps the file behind a descriptor into memory and closes the descriptor. */
final class FileMapping {
    private static final int READ_WRITE = 1;
    /** Keeps the mapping of the public interface alive. */
    private static MappedByteBuffer keep;

    private FileMapping() {
    }

    /** @return the address of the mapping */
    static long map(int descriptor, long length) throws IOException {
        FileDescriptor file = new FileDescriptor();
        SharedSecrets.getJavaIOFileDescriptorAccess().set(file, descriptor);
        try {
            long address = mapNative(file, length);
            new FileOutputStream(file).close();
            return address;
        } catch (ReflectiveOperationException e) {
            return mapPublic(file, length);
        }
    }

    /** The native methods alone, because the public way sets up method handles, which costs time and moves the sequence of identity hashes. */
    private static long mapNative(FileDescriptor file, long length) throws IOException, ReflectiveOperationException {
        Method map = FileChannelImpl.class.getDeclaredMethod("map0", int.class, long.class, long.class, boolean.class);
        Access.force(map);
        resize(file, length);
        Object channel = Memory.UNSAFE.allocateInstance(FileChannelImpl.class);
        Memory.UNSAFE.putReference(channel, Memory.offset(FileChannelImpl.class, "fd"), file);
        return (Long) map.invoke(channel, READ_WRITE, 0L, length, false);
    }

    private static void resize(FileDescriptor file, long length) throws IOException, ReflectiveOperationException {
        RandomAccessFile access = (RandomAccessFile) Memory.UNSAFE.allocateInstance(RandomAccessFile.class);
        Memory.UNSAFE.putReference(access, Memory.offset(RandomAccessFile.class, "fd"), file);
        access.setLength(length);
    }

    private static long mapPublic(FileDescriptor file, long length) throws IOException {
        try (FileChannel channel = FileChannelImpl.open(file, null, true, true, false, null)) {
            keep = channel.map(FileChannel.MapMode.READ_WRITE, 0, length);
            return ((sun.nio.ch.DirectBuffer) keep).address();
        }
    }
}
