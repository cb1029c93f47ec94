using System.Runtime.CompilerServices;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.Workspace.Editing;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>What stands in a version of a document, found once and forgotten with it. Thread-safe.</summary>
internal sealed class SourceCache(Session session)
{
    private readonly ConditionalWeakTable<Document, Lazy<Task<SourceDescription?>>> _known = new();

    /// <summary>The description; <see langword="null"/> for a document in no language that is known.</summary>
    public Task<SourceDescription?> Describe(Document document) =>
        _known.GetValue(document, key => new Lazy<Task<SourceDescription?>>(() => Find(key))).Value;

    /// <summary>Forgets what is known, since plugins may know other languages now.</summary>
    public void Clear() => _known.Clear();

    private async Task<SourceDescription?> Find(Document document)
    {
        var workspace = await session.Workspace;
        return await Task.Run(() => workspace.Editor.Describe(document.Path, document.Text));
    }
}
