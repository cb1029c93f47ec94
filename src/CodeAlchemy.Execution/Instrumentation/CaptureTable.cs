using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>The captures of an instrumentation query, by name, without what stands inside a <c>@skip</c>.</summary>
internal sealed class CaptureTable
{
    private readonly Dictionary<string, List<CapturedNode>> _byName = [];

    public CaptureTable(IReadOnlyList<SyntaxMatch> matches)
    {
        var skipped = new SpanSet(matches.SelectMany(m => m.Captures).Where(c => c.Name == "skip").Select(c => c.Node.Span));
        var number = 0;
        foreach (var match in matches)
        {
            foreach (var (name, node) in match.Captures)
            {
                var span = node.Span;
                if (skipped.Innermost(span.Start, span.End) is null)
                {
                    Of(name).Add(new CapturedNode(node, span, number, match.Properties));
                }
            }

            number++;
        }
    }

    /// <summary>All nodes captured under a name.</summary>
    public List<CapturedNode> Of(string name)
    {
        if (!_byName.TryGetValue(name, out var list))
        {
            _byName[name] = list = [];
        }

        return list;
    }

    /// <summary>Nodes captured under a name, one per span, in the order of the text.</summary>
    public IEnumerable<CapturedNode> Distinct(string name) => Of(name).DistinctBy(n => (n.Span.Start, n.Span.End)).OrderBy(n => n.Span.Start);

    /// <summary>Nodes captured under a name, by match; the last of a match counts.</summary>
    public Dictionary<int, CapturedNode> ByMatch(string name)
    {
        var result = new Dictionary<int, CapturedNode>();
        foreach (var node in Of(name))
        {
            result[node.Match] = node;
        }

        return result;
    }

    /// <summary>Spans captured under a name.</summary>
    public SpanSet Spans(string name) => new(Of(name).Select(n => n.Span));
}

/// <summary>A captured node with its match and the properties its pattern sets.</summary>
internal readonly record struct CapturedNode(ISyntaxNode Node, SourceSpan Span, int Match, ImmutableDictionary<string, string> Properties)
{
    /// <summary>Value of a property, or <see langword="null"/>.</summary>
    public string? Property(string name) => Properties.GetValueOrDefault(name);
}
