using CodeAlchemy.Execution.Sandbox.Native;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Gives a traced run a file for its records and takes it away again.</summary>
internal sealed class TraceFiles(string folder)
{
    /// <summary>Creates an empty file in a folder that only this process's user can enter.</summary>
    public string Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var path = Path.Combine(folder, $"{Guid.NewGuid():n}.wire");
        File.Create(path).Dispose();
        return path;
    }

    /// <summary>Reads the records up to the first zero byte that follows the last of them, and deletes the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">Most bytes to read; more than that no honest tracer writes.</param>
    public static ReadOnlyMemory<byte> ReadAndDelete(string path, long limit)
    {
        try
        {
            using var file = File.OpenHandle(path);

            // A mapped file is as long as its limit; what was never written is a hole.
            var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(Descriptors.DataLength(file), limit));
            var length = 0;
            while (length < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(length), length) is > 0 and var read)
            {
                length += read;
            }

            return bytes.AsMemory(0, bytes.AsSpan(0, length).LastIndexOfAnyExcept((byte)0) + 1);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
