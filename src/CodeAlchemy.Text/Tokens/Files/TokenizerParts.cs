using System.Collections.Frozen;
using System.Collections.Immutable;
using CodeAlchemy.Text.Tokens.Splitting;

namespace CodeAlchemy.Text.Tokens.Files;

/// <summary>What a tokenizer is made of. Immutable.</summary>
/// <param name="Pairs">Vocabulary and merges.</param>
/// <param name="Splitters">Cuts before merging, in order.</param>
/// <param name="Added">Tokens found in the text as it is.</param>
/// <param name="Normalized">Tokens found in the normalized text.</param>
/// <param name="Composes">Whether text is brought into normalization form C.</param>
/// <param name="Spellings">Bytes of every token.</param>
internal sealed record TokenizerParts(
    BytePairs Pairs,
    ImmutableArray<Splitter> Splitters,
    AddedTokens Added,
    AddedTokens Normalized,
    bool Composes,
    FrozenDictionary<int, byte[]> Spellings);
