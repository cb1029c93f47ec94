using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Builds a key from everything a result depends on. Each part carries its length, so parts can't run together.</summary>
internal sealed class ContentKey : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ContentKey Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public ContentKey Add(ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BitConverter.TryWriteBytes(length, (long)bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
        return this;
    }

    public ContentKey Add(IEnumerable<ImmutableArray<string>> commands)
    {
        foreach (var command in commands)
        {
            Add("command");
            foreach (var part in command)
            {
                Add(part);
            }
        }

        return this;
    }

    /// <summary>The key as lower-case hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
