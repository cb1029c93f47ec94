using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>An input that was read.</summary>
public sealed record CorpusItem
{
    /// <summary>Path inside the corpus with '/' as separator; never absolute, without '..'.</summary>
    public required string Path { get; init; }

    /// <summary>Size in bytes, also where the content was too large to be read.</summary>
    public long Length { get; init; }

    /// <summary>The bytes; empty when reading failed or the content is larger than the corpus reads.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Language named by a table, or <see langword="null"/>.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>Where it came from.</summary>
    public SourceOrigin Origin { get; init; } = SourceOrigin.Unknown;

    /// <summary>Bytes of the sidecar, or <see langword="null"/>.</summary>
    public byte[]? Sidecar { get; init; }

    /// <summary>Why there is no content, or <see langword="null"/>.</summary>
    public CorpusFailure? Failure { get; init; }
}
