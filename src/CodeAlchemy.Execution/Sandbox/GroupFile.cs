using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>
/// One file of a control group that is read or written with every run, and therefore kept open. A file that is missing reads
/// as nothing. Used by one run at a time.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="isSet">Whether it is written too, where that is allowed.</param>
internal sealed class GroupFile(string path, bool isSet = false) : IDisposable
{
    private const int Longest = 4096;
    private SafeFileHandle? _handle;

    /// <summary>The file as a number; 0 where it is none.</summary>
    public long Number()
    {
        Span<byte> text = stackalloc byte[Longest];
        return Parse(text[..Read(text)].Trim("\n "u8));
    }

    /// <summary>The number behind a key of a file of <c>key value</c> lines; 0 where there is none.</summary>
    public long Keyed(ReadOnlySpan<byte> key)
    {
        Span<byte> buffer = stackalloc byte[Longest];
        ReadOnlySpan<byte> text = buffer[..Read(buffer)];
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            if (line.Length > key.Length && line.StartsWith(key) && line[key.Length] == (byte)' ')
            {
                return Parse(line[(key.Length + 1)..]);
            }
        }

        return 0;
    }

    /// <summary>Writes a text; does nothing where the file is missing or does not take it.</summary>
    public void TryWrite(string text)
    {
        try
        {
            if (Open() is { } handle)
            {
                RandomAccess.Write(handle, Encoding.ASCII.GetBytes(text), 0);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    public void Dispose() => _handle?.Dispose();

    private static long Parse(ReadOnlySpan<byte> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private int Read(Span<byte> buffer)
    {
        try
        {
            return Open() is { } handle ? RandomAccess.Read(handle, buffer, 0) : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private SafeFileHandle? Open() =>
        _handle ??= !File.Exists(path) ? null : isSet ? OpenForBoth() : Open(FileAccess.Read);

    private SafeFileHandle Open(FileAccess wanted) => File.OpenHandle(path, FileMode.Open, wanted, FileShare.ReadWrite);

    // Older kernels have counters that can be read but not set back.
    private SafeFileHandle OpenForBoth()
    {
        try
        {
            return Open(FileAccess.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
            return Open(FileAccess.Read);
        }
    }
}
