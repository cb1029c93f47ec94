using CodeAlchemy.LanguageServer.Protocol;

namespace CodeAlchemy.LanguageServer.Documents;

/// <summary>An open document at one version. Immutable.</summary>
internal sealed class Document
{
    public Document(string uri, string languageId, int version, string text, PositionEncoding encoding)
    {
        (Uri, LanguageId, Version, Text, Encoding) = (uri, languageId, version, text, encoding);
        Path = DocumentUri.ToPath(uri);
        Lines = new LineIndex(text, encoding);
    }

    public string Uri { get; }

    /// <summary>Path in the file system; for what isn't a file, its name.</summary>
    public string Path { get; }

    public string LanguageId { get; }

    public int Version { get; }

    public string Text { get; }

    public PositionEncoding Encoding { get; }

    public LineIndex Lines { get; }

    /// <summary>The document after changes, applied one after the other.</summary>
    public Document With(int version, IEnumerable<ContentChange> changes)
    {
        var document = this;
        foreach (var change in changes)
        {
            document = new Document(Uri, LanguageId, version, document.Apply(change), Encoding);
        }

        return document;
    }

    private string Apply(ContentChange change)
    {
        if (change.Range is not { } range)
        {
            return change.Text;
        }

        var start = Lines.OffsetOf(range.Start);
        var end = Math.Max(start, Lines.OffsetOf(range.End));
        return string.Concat(Text.AsSpan(0, start), change.Text, Text.AsSpan(end));
    }
}
