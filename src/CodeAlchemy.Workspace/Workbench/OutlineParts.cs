using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>What the captures of an outline query name, sorted by kind in one pass; of matches of one node the first one counts.</summary>
internal sealed class OutlineParts
{
    public OutlineParts(IReadOnlyList<SyntaxCapture> captures)
    {
        for (var from = 0; from < captures.Count;)
        {
            var to = from + 1;
            while (to < captures.Count && captures[to].Match == captures[from].Match)
            {
                to++;
            }

            Take(new OutlineMatch(captures, from, to));
            from = to;
        }
    }

    /// <summary>Functions by their span.</summary>
    public Dictionary<SourceSpan, OutlineMatch> Functions { get; } = [];

    /// <summary>Spans of functions → documentation inside of them.</summary>
    public Dictionary<SourceSpan, SourceSpan> Written { get; } = [];

    /// <summary>Spans of types → their names.</summary>
    public Dictionary<SourceSpan, ISyntaxNode> Types { get; } = [];

    public List<SourceSpan> Comments { get; } = [];

    public List<(ISyntaxNode Name, SourceSpan Span)> Imports { get; } = [];

    /// <summary>Spans of imports → parts of their paths.</summary>
    public Dictionary<SourceSpan, List<ISyntaxNode>> ImportParts { get; } = [];

    private void Take(OutlineMatch match)
    {
        if (match.Find("function") is { } function)
        {
            var span = function.Span;
            if (match.Find("function.documentation") is { } documentation)
            {
                Written.TryAdd(span, documentation.Span);
            }

            // Without a body it is a declaration.
            if (match.Find("function.name") is not null && match.Find("function.body") is not null)
            {
                Functions.TryAdd(span, match);
            }
        }

        if (match.Find("type.name") is { } type)
        {
            Types.TryAdd(match.Find("type")!.Span, type);
        }

        if (match.Find("comment") is { } comment)
        {
            Comments.Add(comment.Span);
        }

        if (match.Find("import") is { } import)
        {
            TakeImport(import.Span, match);
        }
    }

    private void TakeImport(SourceSpan span, OutlineMatch match)
    {
        if (match.Find("import.name") is { } name)
        {
            Imports.Add((name, span));
        }

        if (match.Find("import.part") is { } part)
        {
            if (!ImportParts.TryGetValue(span, out var path))
            {
                ImportParts[span] = path = [];
            }

            path.Add(part);
        }
    }
}

/// <summary>The captures of one match, which stand side by side.</summary>
internal readonly record struct OutlineMatch(IReadOnlyList<SyntaxCapture> Captures, int From, int To)
{
    /// <summary>The first node of a name.</summary>
    public ISyntaxNode? Find(string name)
    {
        for (var i = From; i < To; i++)
        {
            if (Captures[i].Name == name)
            {
                return Captures[i].Node;
            }
        }

        return null;
    }
}
