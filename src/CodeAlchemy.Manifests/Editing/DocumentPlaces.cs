using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing.Sketching;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>Finds values in a document's text, for faults that are seen only when the document has been read. Thread-safe.</summary>
public static class DocumentPlaces
{
    /// <summary>The place of the first value that fits.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Path for the place.</param>
    /// <param name="isIt">Whether a value is meant.</param>
    /// <returns>The place; the file alone when no value fits.</returns>
    public static TextLocation Find(string text, string file, Func<string, bool> isIt)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(isIt);
        var found = Outline.Scalars(SketchReader.Read(text, CancellationToken.None)).FirstOrDefault(scalar => isIt(scalar.Text));
        return found is null
            ? new TextLocation(file)
            : new TextLocation(file, text.AsSpan(0, found.Start).Count('\n') + 1, found.Column + 1, found.End - found.Start);
    }
}
