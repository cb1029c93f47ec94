using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing.Sketching;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>
/// A YAML document while it is being written: what may stand at a place, what stands there, and how faults are mended. It never refuses a
/// text; a broken one is read by its indentation. Offsets are UTF-16 code units. Immutable and thread-safe.
/// </summary>
public sealed class EditedDocument
{
    private readonly string _text;
    private readonly DocumentSchema _schema;
    private readonly SketchNode _root;

    private EditedDocument(string text, DocumentSchema schema, SketchNode root)
    {
        _text = text;
        _schema = schema;
        _root = root;
    }

    /// <summary>Reads a text. One that is longer than a document may be counts as empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="schema">What may stand in it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static EditedDocument Read(string text, DocumentSchema schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(schema);
        var known = text.Length <= Yaml.YamlTreeReader.MostCharacters ? text : "";
        return new EditedDocument(known, schema, SketchReader.Read(known, cancellationToken));
    }

    /// <summary>A value as it may stand in a document, in quotes where it needs them.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SchemaText.Quote(value);
    }

    /// <summary>What may be written at a place.</summary>
    /// <param name="offset">Where the cursor is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public DocumentChoices Complete(int offset, CancellationToken cancellationToken) =>
        offset < 0 || offset > _text.Length ? DocumentChoices.None : Completion.At(_text, offset, _schema.View, cancellationToken);

    /// <summary>What stands at a place, or <see langword="null"/>.</summary>
    public DocumentPlace? PlaceAt(int offset)
    {
        if (SketchPlace.Find(_root, offset) is not { } place)
        {
            return null;
        }

        var path = place.Path.Select(step => step.Name).Concat(place.Mapping is null ? [] : [place.Scalar.Text]);
        var isPath = place.Mapping is null && _schema.View.Follow(place.Path).IsPath;
        return new DocumentPlace([.. path], place.Mapping is not null, place.Scalar.Text, place.Scalar.Start, place.Scalar.End - place.Scalar.Start, isPath);
    }

    /// <summary>Markdown about what stands at a place, or <see langword="null"/>.</summary>
    public string? Describe(int offset) => SketchPlace.Find(_root, offset) is { } place ? Description.Of(place, _schema.View) : null;

    /// <summary>The keys and entries of lists, for an outline.</summary>
    public ImmutableArray<DocumentKey> Keys() => Outline.Of(_root);

    /// <summary>The place of a diagnostic as offset and length; the length is that of what stands there where the diagnostic doesn't tell.</summary>
    public (int Start, int Length) Locate(TextLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        var start = YamlOffsets.Of(_text, location.Line, location.Column);
        return (start, location.Length > 0 ? Math.Min(location.Length, _text.Length - start) : LengthAt(start));
    }

    /// <summary>What makes a diagnostic of this text go away.</summary>
    /// <returns>The change, or <see langword="null"/> where the text offers no place for it.</returns>
    public DocumentEdit? Fix(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (diagnostic is not { Suggestion: { } suggestion, Location: { Line: > 0 } location })
        {
            return null;
        }

        var (start, length) = Locate(location);
        return suggestion.Kind switch
        {
            SuggestionKind.Replace => length == 0 ? null : new DocumentEdit(start, length, suggestion.Text),
            SuggestionKind.AddKey => new Mending(_text, _root, _schema.View).Add(start, suggestion.Text),
            _ => new Mending(_text, _root, _schema.View).Remove(start),
        };
    }

    private int LengthAt(int start)
    {
        var scalar = SketchPlace.Find(_root, start)?.Scalar;
        if (scalar is not null && scalar.Start == start)
        {
            return Math.Min(scalar.End, LineEnd(start)) - start;
        }

        return start < _text.Length && _text[start] is not ('\n' or '\r') ? 1 : 0;
    }

    private int LineEnd(int at)
    {
        var length = _text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? _text.Length : at + length;
    }
}
