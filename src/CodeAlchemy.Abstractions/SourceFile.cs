using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CodeAlchemy.Abstractions;

/// <summary>One file of a corpus, decoded and recognised. Immutable; safe to share between threads.</summary>
public sealed record SourceFile
{
    /// <summary>Position of the input in the corpus, from 0, in the corpus's own order. Rows keep this order.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Path inside the corpus with '/' as separator; never absolute.</summary>
    public required string Path { get; init; }

    /// <summary>Id of the language plugin that recognised the file, for example <c>python</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The decoded text, without a byte order mark.</summary>
    public required string Text { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the UTF-8 bytes of <see cref="Text"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the file came from, as far as the corpus says.</summary>
    public SourceOrigin Origin { get; init; } = SourceOrigin.Unknown;

    /// <summary>The text of the sidecar <c>&lt;file&gt;.cases.yaml</c>, or <see langword="null"/> when there is none.</summary>
    public string? Sidecar { get; init; }

    /// <summary>Libraries that it imports, each once, in ordinal order; empty where no filter reads the syntax.</summary>
    public ImmutableArray<string> Imports { get; init; } = [];

    /// <summary>The last segment of <see cref="Path"/>.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The same file with another text; the hash is that of the new text. What a strategy makes of a file runs and is traced like the file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">Another path, with the file name the language wants; or <see langword="null"/> for the same.</param>
    /// <param name="language">Another language, for a translation; or <see langword="null"/> for the same.</param>
    public SourceFile WithText(string text, string? path = null, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return this with { Path = path ?? Path, Language = language ?? Language, Text = text, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) };
    }
}
