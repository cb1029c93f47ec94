using System.Text;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>The tokenizer that needs no vocabulary: one token per UTF-8 byte, as byte-level models see text.</summary>
public sealed class ByteCounter : ITokenCounter
{
    /// <inheritdoc/>
    public string Name => "utf8-bytes";

    /// <inheritdoc/>
    public int Count(string text) => Encoding.UTF8.GetByteCount(text);
}
