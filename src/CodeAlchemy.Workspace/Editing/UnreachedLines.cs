using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>
/// Finds the parts of a program that a run did not come to: the outermost blocks in which no line ran. Single lines are not judged,
/// since not every statement has an event of its own.
/// </summary>
internal static class UnreachedLines
{
    private static readonly string[] Blocks = ["block", "body", "compound_statement", "statement_list", "suite", "then", "else", "do_group"];
    private static readonly string[] Declaring = ["class", "interface", "enum", "struct", "trait", "object", "record", "union", "annotation", "namespace", "module", "source_file", "program"];

    /// <summary>First and last lines, from 1, in the order of the text.</summary>
    public static ImmutableArray<(int First, int Last)> Of(ISyntaxTree tree, IReadOnlySet<int> reached)
    {
        var found = ImmutableArray.CreateBuilder<(int, int)>();
        var pending = new Stack<ISyntaxNode>([tree.Root]);
        while (pending.TryPop(out var node))
        {
            if (IsBlock(node) && Lines(node) is { } lines && !Enumerable.Range(lines.First, lines.Last - lines.First + 1).Any(reached.Contains))
            {
                found.Add(lines);
                continue;
            }

            foreach (var child in node.Children.Where(child => child.IsNamed).Reverse())
            {
                pending.Push(child);
            }
        }

        return found.ToImmutable();
    }

    private static bool IsBlock(ISyntaxNode node) =>
        node is { IsNamed: true, Parent: { } parent }
        && Blocks.Any(node.Kind.EndsWith)
        && !Declaring.Any(node.Kind.Contains)
        && !Declaring.Any(parent.Kind.Contains);

    // A block on the line of its head can't be told apart by lines.
    private static (int First, int Last)? Lines(ISyntaxNode block)
    {
        var inner = block.Children.Where(child => child.IsNamed && !child.Kind.Contains("comment", StringComparison.Ordinal)).ToList();
        if (inner.Count == 0)
        {
            return null;
        }

        var (first, last) = (inner[0].Span.StartLine, LastLine(inner[^1]));
        return first > block.Parent!.Span.StartLine ? (first, last) : null;
    }

    // Nodes may end with their line's end.
    private static int LastLine(ISyntaxNode node) => Math.Max(node.Span.StartLine, node.Text.EndsWith('\n') ? node.Span.EndLine - 1 : node.Span.EndLine);
}
