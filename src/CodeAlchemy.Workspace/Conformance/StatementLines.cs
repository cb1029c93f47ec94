using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>
/// Takes every line to the line where its statement begins, so that counters that place one statement at different lines of it
/// can be compared. What belongs to a statement's body is a statement by itself, and what follows a body stays where it is.
/// </summary>
internal sealed class StatementLines
{
    private static readonly string[] Endings =
        ["_statement", "declaration", "_definition", "_loop", "_clause", "_case", "_default", "_statement_group", "_label", "_rule"];

    private static readonly string[] Blocks = ["compound_statement", "block_statement", "function_body", "closure"];

    private static readonly string[] Parts = ["parameter", "condition_clause"];

    private static readonly string[] Functions = ["function", "method", "constructor"];

    private readonly Dictionary<int, int> _first = [];
    private readonly HashSet<int> _heads = [];

    private StatementLines()
    {
    }

    /// <summary>Reads them off a syntax tree; without one every line is its own.</summary>
    public static StatementLines Of(ISyntaxTree? tree)
    {
        var lines = new StatementLines();
        var pending = new Stack<ISyntaxNode>();
        if (tree is not null)
        {
            pending.Push(tree.Root);
        }

        // From the outside in, so that the innermost statement has the last word.
        while (pending.TryPop(out var node))
        {
            lines.Place(node);
            foreach (var child in node.Children.Reverse())
            {
                pending.Push(child);
            }
        }

        return lines;
    }

    /// <summary>The line where the innermost statement that covers a line begins.</summary>
    public int First(int line) => _first.GetValueOrDefault(line, line);

    /// <summary>Whether a function is entered at this line: what runs there is the call.</summary>
    public bool IsHead(int line) => _heads.Contains(line);

    private static bool IsStatement(ISyntaxNode node) =>
        node.IsNamed && Endings.Any(node.Kind.EndsWith) && !Blocks.Contains(node.Kind) && !Parts.Any(node.Kind.Contains);

    /// <summary>The first part of a statement that is made of statements: an inner statement, or a block. What stands in parentheses is none.</summary>
    private static ISyntaxNode? Body(ISyntaxNode statement)
    {
        var depth = 0;
        foreach (var child in statement.Children)
        {
            depth += child.Kind == "(" ? 1 : child.Kind == ")" ? -1 : 0;
            if (depth == 0 && child.IsNamed && (IsStatement(child) || IsBlock(child)))
            {
                return child;
            }
        }

        return null;
    }

    private static bool IsBlock(ISyntaxNode node) =>
        !Parts.Any(node.Kind.Contains)
        && (Blocks.Contains(node.Kind) || node.Kind.EndsWith("block", StringComparison.Ordinal) || node.Children.Any(IsStatement));

    private void Place(ISyntaxNode node)
    {
        if (!IsStatement(node))
        {
            return;
        }

        var span = node.Span;
        var body = Body(node);
        _first[span.StartLine] = span.StartLine;
        if (body is not null && Functions.Any(node.Kind.Contains))
        {
            _heads.Add(span.StartLine);
        }

        // A body may begin behind other text of its line: that line still belongs to what is in front of it.
        var last = body?.Span.StartLine ?? span.EndLine;
        for (var line = span.StartLine + 1; line <= span.EndLine; line++)
        {
            _first[line] = line <= last ? span.StartLine : line;
        }
    }
}
