using CodeAlchemy.Text.Tokens;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>Counts the tokens of a byte-level BPE tokenizer. Thread-safe.</summary>
/// <param name="tokenizer">Whose tokens.</param>
public sealed class BpeCounter(ByteLevelBpe tokenizer) : ITokenCounter
{
    /// <summary>Counts with the tokenizer that comes with the tool.</summary>
    public static BpeCounter BuiltIn { get; } = new(ByteLevelBpe.BuiltIn);

    /// <inheritdoc/>
    public string Name => tokenizer.Name;

    /// <inheritdoc/>
    public int Count(string text) => tokenizer.Count(text);
}
