using CodeAlchemy.Manifests.Editing.Sketching;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>Adds keys to a text and takes keys and entries out.</summary>
internal sealed class Mending(string text, SketchNode root, SchemaView schema)
{
    /// <summary>Adds a key at the end of the mapping that begins at an offset.</summary>
    public DocumentEdit? Add(int offset, string key)
    {
        if (root is SketchMapping { Entries.Count: 0, IsFlow: false })
        {
            return new DocumentEdit(0, 0, Line(key, schema) + NewLine);
        }

        return FindMapping(root, offset, []) is (var mapping, var path) ? Add(mapping, Line(key, schema.Follow(path))) : null;
    }

    /// <summary>Takes out the key or entry that begins at an offset.</summary>
    public DocumentEdit? Remove(int offset) => Remove(root, offset);

    private string NewLine => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private DocumentEdit Add(SketchMapping mapping, string line)
    {
        if (!mapping.IsFlow)
        {
            return new DocumentEdit(LineEnd(mapping.End), 0, NewLine + new string(' ', mapping.Column) + line);
        }

        return mapping.Entries.Count == 0
            ? new DocumentEdit(mapping.Start + 1, 0, line)
            : new DocumentEdit(mapping.Entries[^1].End, 0, $", {line}");
    }

    private static string Line(string key, SchemaView view) =>
        $"{key}: {(view.Property(key).Forms is [var form, ..] ? SchemaText.Example(form) : "")}".TrimEnd();

    private static (SketchMapping Mapping, SketchStep[] Path)? FindMapping(SketchNode? node, int offset, SketchStep[] path)
    {
        if (node is null || offset < node.Start || offset > node.End)
        {
            return null;
        }

        if (node is SketchMapping mapping)
        {
            return mapping.Start == offset
                ? (mapping, path)
                : mapping.Entries.Select(entry => FindMapping(entry.Value, offset, [.. path, new SketchStep(mapping, null, entry.Key.Text)])).FirstOrDefault(found => found is not null);
        }

        return node is SketchList list
            ? list.Items.Select((item, i) => FindMapping(item.Value, offset, [.. path, new SketchStep(null, list, $"{i}")])).FirstOrDefault(found => found is not null)
            : null;
    }

    private DocumentEdit? Remove(SketchNode? node, int offset)
    {
        if (node is null || offset < node.Start || offset > node.End)
        {
            return null;
        }

        if (node is SketchMapping mapping)
        {
            var index = mapping.Entries.FindIndex(entry => entry.Key.Start == offset);
            return index >= 0
                ? Cut([.. mapping.Entries.Select(entry => (entry.Key.Start, entry.End))], index, mapping.IsFlow)
                : mapping.Entries.Select(entry => Remove(entry.Value, offset)).FirstOrDefault(edit => edit is not null);
        }

        if (node is not SketchList list)
        {
            return null;
        }

        var item = list.Items.FindIndex(entry => entry.Value is { } value && (value is SketchScalar or SketchMapping { Entries.Count: 1 }) && First(value) == offset);
        return item >= 0
            ? Cut([.. list.Items.Select(entry => (entry.Start, Math.Max(entry.Value?.End ?? 0, entry.Start + 1)))], item, list.IsFlow)
            : list.Items.Select(entry => Remove(entry.Value, offset)).FirstOrDefault(edit => edit is not null);
    }

    private static int First(SketchNode value) => value is SketchMapping { Entries: [var only] } ? only.Key.Start : value.Start;

    private DocumentEdit Cut((int Start, int End)[] parts, int index, bool isFlow)
    {
        var (start, end) = parts[index];
        if (isFlow)
        {
            return index + 1 < parts.Length ? new DocumentEdit(start, parts[index + 1].Start - start, "")
                : index > 0 ? new DocumentEdit(parts[index - 1].End, end - parts[index - 1].End, "")
                : new DocumentEdit(start, end - start, "");
        }

        var lineStart = text.AsSpan(0, start).LastIndexOfAny('\n', '\r') + 1;
        if (!string.IsNullOrWhiteSpace(text[lineStart..start]) && index + 1 < parts.Length)
        {
            return new DocumentEdit(start, parts[index + 1].Start - start, "");
        }

        var from = string.IsNullOrWhiteSpace(text[lineStart..start]) ? lineStart : start;
        var to = LineEnd(end);
        to += text.AsSpan(to).StartsWith("\r\n") ? 2 : to < text.Length ? 1 : 0;
        return new DocumentEdit(from, to - from, "");
    }

    private int LineEnd(int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : at + length;
    }
}
