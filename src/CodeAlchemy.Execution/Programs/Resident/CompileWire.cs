using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs.Resident;

/// <summary>
/// Jobs and replies as bytes: numbers are 32 bits, big-endian; a text or a content is its length and its bytes; a list is its
/// length and its items. The other side is not trusted.
/// </summary>
internal static class CompileWire
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Writes a job: the words of each command, then the files of the working directory by name.</summary>
    public static void WriteJob(Stream target, ImmutableArray<ImmutableArray<string>> commands, ImmutableSortedDictionary<string, ImmutableArray<byte>> files)
    {
        using var job = new MemoryStream();
        Number(job, commands.Length);
        foreach (var command in commands)
        {
            Number(job, command.Length);
            foreach (var word in command)
            {
                Bytes(job, Encoding.UTF8.GetBytes(word));
            }
        }

        Number(job, files.Count);
        foreach (var (name, content) in files)
        {
            Bytes(job, Encoding.UTF8.GetBytes(name));
            Bytes(job, content.AsSpan());
        }

        target.Write(job.GetBuffer(), 0, (int)job.Length);
        target.Flush();
    }

    /// <summary>Reads a reply: status, messages, files by path.</summary>
    /// <exception cref="InvalidDataException">It breaks the format or a limit, or a path leaves the output folder.</exception>
    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    public static CompileReply ReadReply(Stream source, SandboxLimits limits)
    {
        var status = Number(source);
        var messages = Bytes(source, limits.Output);
        var files = ImmutableArray.CreateBuilder<(string, byte[])>();
        var left = limits.Disk;
        for (var count = Within(Number(source), limits.Inodes); count > 0; count--)
        {
            var path = Inside(Bytes(source, 4096));
            var content = Bytes(source, Math.Min(left, limits.FileSize));
            left -= content.Length;
            files.Add((path, content));
        }

        return new CompileReply(status, messages, files.ToImmutable());
    }

    private static void Number(MemoryStream target, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        target.Write(bytes);
    }

    private static void Bytes(MemoryStream target, ReadOnlySpan<byte> bytes)
    {
        Number(target, bytes.Length);
        target.Write(bytes);
    }

    private static int Number(Stream source)
    {
        Span<byte> bytes = stackalloc byte[4];
        source.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    private static byte[] Bytes(Stream source, long most)
    {
        var bytes = new byte[Within(Number(source), most)];
        source.ReadExactly(bytes);
        return bytes;
    }

    private static int Within(int number, long most) =>
        number >= 0 && number <= most ? number : throw new InvalidDataException($"The compile server says {number} where at most {most} is possible.");

    private static string Inside(byte[] bytes)
    {
        try
        {
            var path = Strict.GetString(bytes);
            return path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal) && !path.Split('/').Any(part => part is "" or "." or "..")
                ? path
                : throw new InvalidDataException($"The compile server names the file '{path}'.");
        }
        catch (DecoderFallbackException fault)
        {
            throw new InvalidDataException("The compile server names a file that is not UTF-8.", fault);
        }
    }
}
