using System.Collections.Immutable;
using CodeAlchemy.Manifests.Editing.Sketching;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>A sketch as an outline.</summary>
internal static class Outline
{
    private const int MostDetail = 60;

    public static ImmutableArray<DocumentKey> Of(SketchNode? node) => node switch
    {
        SketchMapping mapping => [.. mapping.Entries.Where(entry => entry.Key.Text.Length > 0).Select(Entry)],
        SketchList list => [.. list.Items.Where(item => item.Value is not null).Select(Item)],
        _ => [],
    };

    public static IEnumerable<SketchScalar> Scalars(SketchNode? node) => node switch
    {
        SketchScalar scalar => [scalar],
        SketchMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        SketchList list => list.Items.SelectMany(item => Scalars(item.Value)),
        _ => [],
    };

    private static DocumentKey Entry(SketchEntry entry) =>
        new(Short(entry.Key.Text), entry.Value is SketchScalar scalar ? Short(scalar.Text) : "", entry.Key.Start, entry.Key.End - entry.Key.Start, entry.End, Of(entry.Value));

    private static DocumentKey Item(SketchItem item) => item.Value switch
    {
        // Named by its first key, or, where that is `name:` or the like, by the value of it.
        SketchMapping { Entries: [{ Value: SketchScalar { Text.Length: > 0 } first } entry, ..] } mapping => Named(Short(first.Text), entry.Key.Text, mapping),
        SketchMapping { Entries: [var only] } when only.Key.Text.Length > 0 => Entry(only),
        SketchMapping { Entries: [var entry, ..] } mapping when entry.Key.Text.Length > 0 => Named(Short(entry.Key.Text), "", mapping),
        SketchScalar { Text.Length: > 0 } scalar => new DocumentKey(Short(scalar.Text), "", scalar.Start, scalar.End - scalar.Start, scalar.End, []),
        var node => new DocumentKey("[…]", "", node!.Start, 1, node.End, Of(node)),
    };

    private static DocumentKey Named(string name, string detail, SketchMapping mapping) =>
        new(name, detail, mapping.Start, mapping.Entries[0].Key.End - mapping.Start, mapping.End, Of(mapping));

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= MostDetail ? line : string.Concat(line.AsSpan(0, MostDetail - (char.IsHighSurrogate(line[MostDetail - 2]) ? 2 : 1)), "…");
    }
}
