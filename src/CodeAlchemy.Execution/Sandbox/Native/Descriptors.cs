using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox.Native;

/// <summary>Pipes and sockets as handles that close themselves.</summary>
internal static class Descriptors
{
    /// <summary>A pipe; both ends are closed on exec.</summary>
    public static unsafe (SafeFileHandle Reader, SafeFileHandle Writer) Pipe()
    {
        var ends = stackalloc int[2];
        if (Libc.Pipe(ends, Libc.CloseOnExec) < 0)
        {
            throw Failure("pipe");
        }

        return (new SafeFileHandle(ends[0], true), new SafeFileHandle(ends[1], true));
    }

    /// <summary>A pair of connected sockets; both are closed on exec.</summary>
    public static unsafe (SafeFileHandle Ours, SafeFileHandle Theirs) SocketPair()
    {
        var ends = stackalloc int[2];
        if (Libc.SocketPair(Libc.UnixDomain, Libc.StreamSocket | Libc.CloseOnExec, 0, ends) < 0)
        {
            throw Failure("socketpair");
        }

        return (new SafeFileHandle(ends[0], true), new SafeFileHandle(ends[1], true));
    }

    /// <summary>Reads until the buffer is full or the stream ends; blocks.</summary>
    /// <returns>Bytes read.</returns>
    public static unsafe int ReadFully(SafeFileHandle handle, Span<byte> buffer)
    {
        var done = 0;
        while (done < buffer.Length)
        {
            var n = Read(handle, buffer[done..]);
            if (n == 0)
            {
                break;
            }

            done += n;
        }

        return done;
    }

    /// <summary>Reads what is there; blocks until something is. 0 at the end.</summary>
    public static unsafe int Read(SafeFileHandle handle, Span<byte> buffer)
    {
        while (true)
        {
            nint n;
            fixed (byte* start = buffer)
            {
                n = Libc.Read((int)handle.DangerousGetHandle(), start, buffer.Length);
            }

            if (n >= 0)
            {
                return (int)n;
            }

            if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
            {
                return 0;
            }
        }
    }

    /// <summary>Makes writes to a handle return at once when there is no room.</summary>
    public static void DoNotBlock(SafeFileHandle handle)
    {
        const int setStatus = 4;
        const int nonBlocking = 0x800;
        if (Libc.Control((int)handle.DangerousGetHandle(), setStatus, nonBlocking) < 0)
        {
            throw Failure("fcntl");
        }
    }

    /// <summary>Writes what there is room for.</summary>
    /// <returns>Bytes written; −1 when the reader is gone.</returns>
    public static unsafe int Write(SafeFileHandle handle, ReadOnlySpan<byte> bytes)
    {
        const int again = 11;
        fixed (byte* start = bytes)
        {
            var n = Libc.Write((int)handle.DangerousGetHandle(), start, bytes.Length);
            return n >= 0 ? (int)n : Marshal.GetLastPInvokeError() is again or Libc.Interrupted ? 0 : -1;
        }
    }

    /// <summary>Writes everything; blocks.</summary>
    /// <returns>Whether the reader took it all.</returns>
    public static unsafe bool WriteFully(SafeFileHandle handle, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            nint n;
            fixed (byte* start = bytes)
            {
                n = Libc.Write((int)handle.DangerousGetHandle(), start, bytes.Length);
            }

            if (n < 0 && Marshal.GetLastPInvokeError() != Libc.Interrupted)
            {
                return false;
            }

            bytes = bytes[(int)Math.Max(n, 0)..];
        }

        return true;
    }

    /// <summary>Sends bytes with descriptors attached to the first of them.</summary>
    public static unsafe void Send(SafeFileHandle socket, ReadOnlySpan<byte> bytes, ReadOnlySpan<SafeFileHandle> attached)
    {
        // Layout of a control message on 64-bit Linux: length, level (SOL_SOCKET = 1), type (SCM_RIGHTS = 1), descriptors, padding.
        var length = 16 + (4 * attached.Length);
        var control = stackalloc byte[(length + 7) & ~7];
        *(long*)control = length;
        ((int*)control)[2] = 1;
        ((int*)control)[3] = 1;
        for (var i = 0; i < attached.Length; i++)
        {
            ((int*)control)[4 + i] = (int)attached[i].DangerousGetHandle();
        }

        fixed (byte* data = bytes)
        {
            var part = new Libc.Part { Data = data, Length = bytes.Length };
            var message = new Libc.MessageHeader { Parts = &part, PartCount = 1, Control = control, ControlLength = (length + 7) & ~7 };
            const int noSignal = 0x4000;
            nint sent;
            while ((sent = Libc.SendMessage((int)socket.DangerousGetHandle(), &message, noSignal)) < 0)
            {
                if (Marshal.GetLastPInvokeError() != Libc.Interrupted)
                {
                    throw Failure("sendmsg");
                }
            }

            if (!WriteFully(socket, bytes[(int)sent..]))
            {
                throw Failure("send");
            }
        }
    }

    /// <summary>Bytes of a file before its first hole; its whole length where the file system tells of none.</summary>
    public static long DataLength(SafeFileHandle file)
    {
        const int nextHole = 4;
        var descriptor = (int)file.DangerousGetHandle();
        var hole = Libc.Seek(descriptor, 0, nextHole);
        return hole >= 0 ? hole : RandomAccess.GetLength(file);
    }

    public static IOException Failure(string what) =>
        new($"{what}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
}
