using CodeAlchemy.Workspace.Editing;

namespace CodeAlchemy.Workspace.Tests.Editing;

/// <summary>Editors' questions over this clone.</summary>
public sealed class EditorFixture : IDisposable
{
    private readonly SharedWorkshop _shared = new();

    /// <summary>Creates the fixture.</summary>
    public EditorFixture() => Documents = new EditorDocuments(_shared.Workshop.Installation);

    /// <summary>What is asked.</summary>
    public IEditorDocuments Documents { get; }

    /// <summary>Folder of this clone.</summary>
    public string Root => _shared.Workshop.Installation.Options.Root;

    /// <summary>A new folder.</summary>
    public string NewFolder() => _shared.NewFolder();

    /// <summary>The document without the cursor <c>¦</c>, and where that was.</summary>
    public static (DocumentInput Document, TextPosition At) Cursor(string path, string text)
    {
        var offset = text.IndexOf('¦', StringComparison.Ordinal);
        var before = text[..offset];
        return (new DocumentInput(path, text.Remove(offset, 1)), new TextPosition(before.Count(c => c == '\n'), offset - 1 - before.LastIndexOf('\n')));
    }

    /// <summary>Applies a fix.</summary>
    public static string Apply(string text, EditorFix fix)
    {
        var lines = new TextLines(text);
        foreach (var edit in fix.Edits.OrderByDescending(edit => lines.OffsetOf(edit.Range.Start)))
        {
            var start = lines.OffsetOf(edit.Range.Start);
            text = text.Remove(start, lines.OffsetOf(edit.Range.End) - start).Insert(start, edit.Text);
        }

        return text;
    }

    /// <inheritdoc/>
    public void Dispose() => _shared.Dispose();
}
