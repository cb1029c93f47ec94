using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>Applies <c>--set path=value</c> to a document before it is read.</summary>
internal static class Overrides
{
    public static Node Apply(Node root, IEnumerable<string> overrides, DiagnosticBag bag)
    {
        foreach (var text in overrides)
        {
            root = ApplyOne(root, text, bag) ?? root;
        }

        return root;
    }

    private static Node? ApplyOne(Node root, string text, DiagnosticBag bag)
    {
        var location = new TextLocation($"--set {text}");
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var path = equals < 0 ? [] : text[..equals].Split('.');
        if (path.Length == 0 || path.Contains(""))
        {
            bag.Error(DiagnosticCodes.BadOverride, $"'{text}' is not of the form key=value.", location, "Write for example run.seed=7.");
            return null;
        }

        // The value has a place of its own in the override, so its lines and columns would only mislead.
        var value = YamlTreeReader.Read(text[(equals + 1)..], location.File, bag);
        return value is null ? null : Set(root, path, Moved(Empty(value, text[(equals + 1)..]), location), location, bag);
    }

    /// <summary>The reader takes an empty text for an empty mapping; here it means that the key is not given.</summary>
    private static Node Empty(Node value, string text) =>
        value is MappingNode { Entries: [] } && !text.Contains('{', StringComparison.Ordinal) ? new ScalarNode("", true, value.Location) : value;

    private static Node? Set(Node? target, ReadOnlySpan<string> path, Node value, TextLocation location, DiagnosticBag bag)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        switch (target)
        {
            case null or { IsNull: true }:
                return SetKey(new MappingNode([], location), path, value, location, bag);
            case MappingNode mapping:
                return SetKey(mapping, path, value, location, bag);
            case SequenceNode sequence:
                return SetItem(sequence, path, value, location, bag);
            default:
                bag.Error(DiagnosticCodes.BadOverride, $"'{path[0]}' can't be set: what stands there is {target.Kind}, not a mapping.", location);
                return null;
        }
    }

    private static MappingNode? SetKey(MappingNode mapping, ReadOnlySpan<string> path, Node value, TextLocation location, DiagnosticBag bag)
    {
        var key = path[0];
        var child = Set(mapping[key], path[1..], value, location, bag);
        if (child is null)
        {
            return null;
        }

        var old = mapping.Entries.FirstOrDefault(entry => entry.Key.Text == key);
        var entry = new MappingEntry(old?.Key ?? new ScalarNode(key, true, location), child);
        return new MappingNode(old is null ? mapping.Entries.Add(entry) : mapping.Entries.Replace(old, entry), mapping.Location);
    }

    private static SequenceNode? SetItem(SequenceNode sequence, ReadOnlySpan<string> path, Node value, TextLocation location, DiagnosticBag bag)
    {
        if (!Numbers.TryInteger(path[0], out var index))
        {
            return SetNamed(sequence, path, value, location, bag);
        }

        if (index < 0 || index > sequence.Items.Length)
        {
            bag.Error(DiagnosticCodes.BadOverride, $"There is no entry {index}; the list has {sequence.Items.Length}, counted from 0.", location, $"Use {sequence.Items.Length} to add one.");
            return null;
        }

        var isNew = index == sequence.Items.Length;
        var old = isNew ? null : sequence.Items[(int)index];
        var item = Set(path.Length > 1 ? WithOptions(old, path[1], location) : old, path[1..], value, location, bag);
        return item is null ? null
            : new SequenceNode(isNew ? sequence.Items.Add(item) : sequence.Items.SetItem((int)index, item), sequence.Location);
    }

    /// <summary><c>strategies.code-trace.…</c>: the entry with that name.</summary>
    private static SequenceNode? SetNamed(SequenceNode sequence, ReadOnlySpan<string> path, Node value, TextLocation location, DiagnosticBag bag)
    {
        var name = path[0];
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            if (WithOptions(sequence.Items[i], name, location) is MappingNode { Entries: [var only] } entry && only.Key.Text == name)
            {
                var item = SetKey(entry, path, value, location, bag);
                return item is null ? null : new SequenceNode(sequence.Items.SetItem(i, item), sequence.Location);
            }
        }

        bag.Error(DiagnosticCodes.BadOverride, $"The list has no entry '{name}'.", location, "Name one of its entries, or use its index, counted from 0.");
        return null;
    }

    /// <summary>Turns an entry written as a name alone into one that can take options.</summary>
    private static Node? WithOptions(Node? item, string name, TextLocation location) =>
        item is ScalarNode scalar && scalar.Text == name
            ? new MappingNode([new MappingEntry(scalar, new MappingNode([], location))], scalar.Location)
            : item;

    private static Node Moved(Node node, TextLocation location) => node switch
    {
        MappingNode mapping => new MappingNode(
            [.. mapping.Entries.Select(e => new MappingEntry((ScalarNode)Moved(e.Key, location), Moved(e.Value, location)))], location),
        SequenceNode sequence => new SequenceNode([.. sequence.Items.Select(item => Moved(item, location))], location),
        ScalarNode scalar => new ScalarNode(scalar.Text, scalar.IsPlain, location),
        _ => node,
    };
}
