using System.Collections.Immutable;

namespace CodeAlchemy.LanguageServer.Documents;

/// <summary>The open documents at one moment. Immutable.</summary>
internal sealed record Snapshot
{
    public static Snapshot Nothing { get; } = new();

    public ImmutableDictionary<string, Document> Documents { get; init; } = ImmutableDictionary<string, Document>.Empty;

    /// <summary>The document; <see langword="null"/> when it is not open.</summary>
    public Document? Find(string uri) => Documents.GetValueOrDefault(uri);

    public Snapshot With(Document document) => this with { Documents = Documents.SetItem(document.Uri, document) };

    public Snapshot Without(string uri) => this with { Documents = Documents.Remove(uri) };
}
