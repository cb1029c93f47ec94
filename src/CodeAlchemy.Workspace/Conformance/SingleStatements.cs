using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>
/// Finds the lines that hold exactly one statement and nothing that counts by itself (a loop, a function, a comprehension, the making of an array element by element):
/// only there do two counters have to agree on how often a line ran.
/// </summary>
internal static class SingleStatements
{
    private static readonly string[] Endings = ["_statement", "declaration", "_definition"];
    private static readonly string[] Blocks = ["compound_statement", "block_statement", "labeled_statement", "switch_block_statement_group", "case_statement"];
    private static readonly string[] Counting =
        ["initializer_list", "lambda", "arrow_function", "function", "method", "class", "comprehension", "generator", "for_", "while_", "do_", "enhanced_for", "conditional", "ternary", "new_declarator", "delete_expression"];

    public static ImmutableHashSet<int> Lines(ISyntaxTree tree)
    {
        var started = new Dictionary<int, int>();
        var spoiled = new HashSet<int>();
        var pending = new Stack<ISyntaxNode>([tree.Root]);
        while (pending.TryPop(out var node))
        {
            if (node.IsNamed)
            {
                Note(node, started, spoiled);
            }

            foreach (var child in node.Children)
            {
                pending.Push(child);
            }
        }

        return [.. started.Where(pair => pair.Value == 1 && !spoiled.Contains(pair.Key)).Select(pair => pair.Key)];
    }

    private static void Note(ISyntaxNode node, Dictionary<int, int> started, HashSet<int> spoiled)
    {
        var span = node.Span;
        if (Counting.Any(node.Kind.Contains))
        {
            spoiled.Add(span.StartLine);
            spoiled.Add(span.EndLine);
        }

        if (Endings.Any(node.Kind.EndsWith) && !Blocks.Contains(node.Kind))
        {
            started[span.StartLine] = started.GetValueOrDefault(span.StartLine) + 1;
            if (span.EndLine != span.StartLine)
            {
                // What spans lines is placed by each counter at a line of its own choice.
                spoiled.Add(span.StartLine);
                spoiled.Add(span.EndLine);
            }
        }
    }
}
