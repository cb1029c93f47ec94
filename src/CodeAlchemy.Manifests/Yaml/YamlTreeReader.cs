using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>Reads one YAML document to nodes with places; what is wrong becomes a diagnostic.</summary>
internal sealed class YamlTreeReader
{
    internal const int MostCharacters = 1 << 20;
    internal const int MostNodes = 50_000;
    internal const int MostDepth = 64;

    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly string _file;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<AnchorName, (Node Node, int Size)> _anchors = [];
    private int _size;

    private YamlTreeReader(string text, string file, DiagnosticBag bag)
    {
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
        _file = file;
        _bag = bag;
    }

    /// <summary>Reads the text; an empty text is an empty mapping.</summary>
    /// <returns>The root, or <see langword="null"/> when the text can't be read.</returns>
    public static Node? Read(string text, string file, DiagnosticBag bag)
    {
        if (text.Length > MostCharacters)
        {
            bag.Error(DiagnosticCodes.TooLarge, $"The file has {text.Length} characters; at most {MostCharacters} are read.", new TextLocation(file));
            return null;
        }

        try
        {
            text = text.TrimStart('\uFEFF');
            Characters.Check(text, file);
            return new YamlTreeReader(text, file, bag).Document();
        }
        catch (YamlRefusedException refused)
        {
            bag.Error(refused.Code, refused.Message, refused.Location);
        }
        catch (YamlException failure)
        {
            bag.Error(DiagnosticCodes.Syntax, $"This is not YAML: {Plain(failure.Message)}", Location(failure.Start, failure.End, file));
        }

        return null;
    }

    private Node Document()
    {
        var root = (Node)new MappingNode([], new TextLocation(_file, 1, 1));
        var documents = 0;
        while (Next())
        {
            if (_parser.Current is DocumentStart start)
            {
                documents++;
                Refuse(documents > 1, DiagnosticCodes.Unsupported, "Only one document may stand in the file.", start);
                Next();
                var content = Value(0);
                root = content.IsNull ? root : content;
            }
        }

        return root;
    }

    private Node Value(int depth)
    {
        var current = _parser.Current ?? throw Malformed();
        Refuse(depth > MostDepth, DiagnosticCodes.TooLarge, $"Values are nested deeper than {MostDepth} levels.", current);
        if (current is AnchorAlias alias)
        {
            return Alias(alias);
        }

        var node = current as NodeEvent ?? throw Malformed();
        Refuse(!node.Tag.IsEmpty && !node.Tag.IsNonSpecific, DiagnosticCodes.Unsupported, $"Tags such as '{node.Tag}' have no meaning here.", node);
        var before = _size;
        Count(1, node);
        Node value = node switch
        {
            Scalar scalar => Text(scalar),
            SequenceStart start => Sequence(start, depth),
            _ => Mapping((MappingStart)node, depth),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor] = (value, _size - before);
        }

        return value;
    }

    private Node Alias(AnchorAlias alias)
    {
        var found = _anchors.TryGetValue(alias.Value, out var target);
        Refuse(!found, DiagnosticCodes.Syntax, $"The alias '*{alias.Value}' has no anchor before it.", alias);
        Count(target.Size, alias);
        return target.Node;
    }

    private ScalarNode Text(Scalar scalar) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain, Location(scalar.Start, scalar.End, _file));

    private SequenceNode Sequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (Next() && _parser.Current is not SequenceEnd)
        {
            items.Add(Value(depth + 1));
        }

        return new SequenceNode(items.ToImmutable(), Location(start.Start, start.Start, _file));
    }

    private MappingNode Mapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<MappingEntry>();
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        while (Next() && _parser.Current is not MappingEnd)
        {
            var at = _parser.Current!;
            var key = Value(depth + 1) as ScalarNode;
            Refuse(key is null, DiagnosticCodes.Unsupported, "A key must be text.", at);
            Next();
            var value = Value(depth + 1);
            if (seen.TryAdd(key!.Text, key))
            {
                entries.Add(new MappingEntry(key, value));
            }
            else
            {
                _bag.Error(DiagnosticCodes.DuplicateKey, $"'{key.Text}' stands here twice; the first is in line {seen[key.Text].Location.Line}.", key.Location, "Keep one of them.", Suggestion.Remove);
            }
        }

        return new MappingNode(entries.ToImmutable(), Location(start.Start, start.Start, _file));
    }

    /// <summary>The parser has no exception of its own for some texts: whatever it throws, the text is not YAML.</summary>
    private bool Next()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception failure) when (failure is not (YamlException or OutOfMemoryException))
        {
            throw Malformed();
        }
    }

    private YamlRefusedException Malformed() =>
        new(DiagnosticCodes.Syntax, "This is not YAML.", Location(_scanner.CurrentPosition, _scanner.CurrentPosition, _file));

    private void Count(int nodes, ParsingEvent at)
    {
        _size += nodes;
        Refuse(_size > MostNodes, DiagnosticCodes.TooLarge, $"The document has more than {MostNodes} values, aliases counted as what they stand for.", at);
    }

    private void Refuse(bool condition, string code, string message, ParsingEvent at)
    {
        if (condition)
        {
            throw new YamlRefusedException(code, message, Location(at.Start, at.End, _file));
        }
    }

    private static TextLocation Location(Mark start, Mark end, string file)
    {
        var length = end.Line == start.Line ? end.Index - start.Index : 0;
        return new TextLocation(file, (int)Math.Max(1, start.Line), (int)Math.Max(1, start.Column), (int)Math.Max(0, length));
    }

    private static string Plain(string message) => message.EndsWith('.') ? message : message + ".";
}
