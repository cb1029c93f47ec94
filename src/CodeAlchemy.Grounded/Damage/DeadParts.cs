using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>Parts of a program that may be dead, told by its tree alone. Pure.</summary>
internal static class DeadParts
{
    /// <summary>Whether there may be any: variables, functions or imports that nothing names, conditions that are constant, statements behind an exit.</summary>
    public static bool Any(ParsedProgram program)
    {
        var words = program.Nodes.Where(NodeKinds.IsIdentifier).CountBy(n => n.Text).ToDictionary();
        return CodeSmells.Unused(program) > 0
            || program.Nodes.Any(n => (NodeKinds.IsIf(n) && CodeSmells.IsConstant(n)) || (NodeKinds.IsLeaving(n) && IsFollowed(n)))
            || program.Outline.Functions.Any(f => words.GetValueOrDefault(f.Name) == 1 && !IsCalledFromOutside(program, f))
            || program.Outline.Imports.Any(i => IsUnused(program, i.Span, words));
    }

    private static bool IsFollowed(ISyntaxNode node) =>
        node.Parent is { } parent && parent.Children.SkipWhile(c => c.Span != node.Span).Skip(1).Any(c => NodeKinds.IsStatement(c) && c.Span.Start >= node.Span.End);

    // What the language or a library calls is named by nobody.
    private static bool IsCalledFromOutside(ParsedProgram program, OutlineFunction function)
    {
        var text = program.Slice(function.Span);
        return function.Name is "main" or "constructor" || function.Name.StartsWith("__", StringComparison.Ordinal)
            || text.StartsWith("@Override", StringComparison.Ordinal) || text.Split('{')[0].EndsWith("override ", StringComparison.Ordinal);
    }

    private static bool IsUnused(ParsedProgram program, SourceSpan import, Dictionary<string, int> words) =>
        !program.Slice(import).Contains('*', StringComparison.Ordinal) && !program.Slice(import).Contains("__future__", StringComparison.Ordinal)
        && program.Nodes.LastOrDefault(n => NodeKinds.IsIdentifier(n) && import.Start <= n.Span.Start && n.Span.End <= import.End) is { } last && words[last.Text] == 1;
}
