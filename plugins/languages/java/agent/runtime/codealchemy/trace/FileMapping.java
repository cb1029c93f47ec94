package codealchemy.trace;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Method;
import jdk.internal.access.SharedSecrets;
import sun.nio.ch.FileChannelImpl;

/** Maps the file behind a descriptor into memory and closes the descriptor. */
final class FileMapping {
    private static final int READ_WRITE = 1;

    private FileMapping() {
    }

    /** @return the address of the mapping */
    static long map(int descriptor, long length) throws IOException, ReflectiveOperationException {
        FileDescriptor file = new FileDescriptor();
        SharedSecrets.getJavaIOFileDescriptorAccess().set(file, descriptor);
        long address = mapNative(file, length);
        new FileOutputStream(file).close();
        return address;
    }

    /** The native methods alone, because the public way sets up method handles, which costs time and moves the sequence of identity hashes. */
    private static long mapNative(FileDescriptor file, long length) throws IOException, ReflectiveOperationException {
        resize(file, length);
        try {
            Method map = FileChannelImpl.class.getDeclaredMethod("map0", int.class, long.class, long.class, boolean.class);
            Access.force(map);
            Object channel = Memory.UNSAFE.allocateInstance(FileChannelImpl.class);
            Memory.UNSAFE.putReference(channel, Memory.offset(FileChannelImpl.class, "fd"), file);
            return (Long) map.invoke(channel, READ_WRITE, 0L, length, false);
        } catch (NoSuchMethodException e) {
            return mapByDispatcher(file, length);
        }
    }

    /** Where newer platforms keep the same. */
    private static long mapByDispatcher(FileDescriptor file, long length) throws ReflectiveOperationException {
        Method map = Class.forName("sun.nio.ch.UnixFileDispatcherImpl").getDeclaredMethod(
            "map0", FileDescriptor.class, int.class, long.class, long.class, boolean.class);
        Access.force(map);
        return (Long) map.invoke(null, file, READ_WRITE, 0L, length, false);
    }

    private static void resize(FileDescriptor file, long length) throws IOException, ReflectiveOperationException {
        RandomAccessFile access = (RandomAccessFile) Memory.UNSAFE.allocateInstance(RandomAccessFile.class);
        Memory.UNSAFE.putReference(access, Memory.offset(RandomAccessFile.class, "fd"), file);
        access.setLength(length);
    }
}
