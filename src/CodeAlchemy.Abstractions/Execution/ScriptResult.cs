using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodeAlchemy.Abstractions.Execution;

/// <summary>What came of a script. Immutable.</summary>
public sealed record ScriptResult
{
    /// <summary>How it ended and what it wrote, as the host saw it.</summary>
    public required RunResult Run { get; init; }

    /// <summary>
    /// The files that were asked for, by name, in ordinal order. All or none: empty when <see cref="FilesLeftOut"/> is not 0. The
    /// script and whatever it started wrote them, so their content is its own word; no file passes for one of another name.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<byte>> Files { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>How many names matched but could not be brought back: links, folders, pipes, and what is beyond the limits.</summary>
    public int FilesLeftOut { get; init; }

    /// <summary>Whether the run came so close to a limit that a repetition might decide otherwise.</summary>
    public bool IsNearLimit { get; init; }

    /// <summary>
    /// SHA-256 over files as lower-case hexadecimal: for each in ordinal order of its name the name, a line feed, the number of
    /// bytes in decimal, a line feed, and the bytes.
    /// </summary>
    public static string DigestOf(ImmutableSortedDictionary<string, ImmutableArray<byte>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\n{bytes.Length}\n")));
            hash.AppendData(bytes.AsSpan());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
