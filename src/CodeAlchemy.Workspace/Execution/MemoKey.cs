using System.Security.Cryptography;
using System.Text;

namespace CodeAlchemy.Workspace.Execution;

/// <summary>Builds the key of a recorded outcome. Each part carries its length, so that no two lists of parts run together to the same bytes.</summary>
internal sealed class MemoKey : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public MemoKey Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public MemoKey Add(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
        _hash.AppendData(bytes);
        return this;
    }

    /// <summary>The key as lower-case hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
