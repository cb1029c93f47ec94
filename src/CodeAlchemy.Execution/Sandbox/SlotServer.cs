using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using CodeAlchemy.Execution.Sandbox.Native;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>
/// The native server of one slot: a process that starts bubblewrap for each request and kills all that is left of it. It ends
/// when its socket closes, so nothing outlives the host. Used by one run at a time.
/// </summary>
internal sealed class SlotServer : IDisposable
{
    private const int SocketNumber = 3;
    private readonly SafeFileHandle _socket;
    private readonly int _process;

    private SlotServer(SafeFileHandle socket, int process)
    {
        _socket = socket;
        _process = process;
    }

    /// <summary>Starts a server.</summary>
    /// <param name="launcher">The native helper.</param>
    /// <param name="user">User id for programs; <c>keep</c> for the host's; <c>plain</c> for no isolation at all.</param>
    /// <param name="folder">Folder of the slot.</param>
    /// <param name="parts">The control groups to join and what every run sees, as the native helper reads them.</param>
    /// <exception cref="IOException">It did not start.</exception>
    public static SlotServer Start(string launcher, string user, string folder, IEnumerable<string> parts)
    {
        var (ours, theirs) = Descriptors.SocketPair();
        string[] arguments = [launcher, "serve", $"{SocketNumber}", user, folder, .. parts];
        var process = Spawn(arguments, theirs);
        theirs.Dispose();
        var server = new SlotServer(ours, process);
        if (server.Reply() is null)
        {
            server.Dispose();
            throw new IOException("the sandbox's helper ended at once");
        }

        return server;
    }

    /// <summary>The socket, readable when there is a reply.</summary>
    public int Descriptor => (int)_socket.DangerousGetHandle();

    /// <summary>Sends a request. Descriptors: stdin, stdout, stderr, status and, for traces, the trace file.</summary>
    public void Send(Message message, ReadOnlySpan<SafeFileHandle> descriptors)
    {
        var body = message.ToArray();
        var bytes = new byte[5 + body.Length];
        bytes[0] = (byte)'R';
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), (uint)body.Length);
        body.CopyTo(bytes, 5);
        Descriptors.Send(_socket, bytes, descriptors);
    }

    /// <summary>Asks for the running program and all its descendants to be killed. May come too late.</summary>
    public void Kill() => Descriptors.WriteFully(_socket, [(byte)'K', 0, 0, 0, 0]);

    /// <summary>Waits until everything of the request is gone; blocks.</summary>
    /// <returns>Wait status of bubblewrap and the number of output files left out; <see langword="null"/> when the server died.</returns>
    public (int Status, int LeftOut)? Reply()
    {
        Span<byte> reply = stackalloc byte[8];
        return Descriptors.ReadFully(_socket, reply) == 8
            ? (BinaryPrimitives.ReadInt32LittleEndian(reply), BinaryPrimitives.ReadInt32LittleEndian(reply[4..]))
            : null;
    }

    public unsafe void Dispose()
    {
        _socket.Dispose();
        int status;
        while (Libc.WaitPid(_process, &status, 0) < 0 && Marshal.GetLastPInvokeError() == Libc.Interrupted)
        {
        }
    }

    private static unsafe int Spawn(string[] arguments, SafeFileHandle socket)
    {
        const int readWrite = 2;
        var actions = stackalloc byte[256];
        var words = stackalloc byte*[arguments.Length + 1];
        byte* none = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            words[i] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[i]);
        }

        try
        {
            _ = Libc.ActionsInit(actions);
            for (var descriptor = 0; descriptor < SocketNumber; descriptor++)
            {
                _ = Libc.ActionsOpen(actions, descriptor, "/dev/null", readWrite, 0);
            }

            _ = Libc.ActionsDuplicate(actions, (int)socket.DangerousGetHandle(), SocketNumber);
            int process;
            var error = Libc.Spawn(&process, words[0], actions, null, words, &none);
            _ = Libc.ActionsDestroy(actions);
            return error == 0 ? process : throw new IOException($"{arguments[0]}: {Marshal.GetPInvokeErrorMessage(error)}");
        }
        finally
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                Marshal.FreeCoTaskMem((nint)words[i]);
            }
        }
    }
}
