using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Puts what follows an early exit of a function into an <c>else</c>.</summary>
internal sealed class NestedReturns : IDamage
{
    private const int Most = 4;
    private const int FewestLines = 2;

    public string Id => "nested-returns";

    public bool IsTextual => false;

    public bool Suits(ParsedProgram program) =>
        !program.Nodes.Any(n => NodeKinds.IsIf(n) && n.Children.Any(Branches.IsAlternative) && n.Field("consequence") is { } yes && Branches.Last(yes) is { } last && NodeKinds.IsLeaving(last));

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var groups = Edits.Shuffle(program.Outline.Functions, random).Select(f => Change(program, program.Statements(f))).OfType<TextEdit[]>();
        return Edits.Done(program, Edits.Apart(groups, Most));
    }

    private static TextEdit[]? Change(ParsedProgram program, ImmutableArray<ISyntaxNode> statements)
    {
        var at = statements.TakeWhile(s => !IsGuard(program, s)).Count();
        if (at >= statements.Length - 1)
        {
            return null;
        }

        var (guard, rest) = (statements[at], statements[(at + 1)..]);
        return !program.BeginsLine(guard.Span) || rest[^1].Span.EndLine - rest[0].Span.StartLine + 1 < FewestLines || !rest.All(s => program.BeginsLine(s.Span) && !Declares(s)) || HasLongText(program, rest)
            ? null
            : Nest(program, guard, rest);
    }

    private static TextEdit[] Nest(ParsedProgram program, ISyntaxNode guard, ImmutableArray<ISyntaxNode> rest)
    {
        var indentation = program.Indentation(guard.Span);
        var begin = program.LineEnd(guard.Span.End);
        var end = program.LineEnd(rest[^1].Span.End);
        var block = program.Slice(begin, end).TrimEnd('\n').TrimStart('\n');
        var nested = string.Join('\n', block.Split('\n').Select(l => l.Trim().Length == 0 ? "" : program.Unit + l));
        var guarded = program.Slice(guard.Span.Start, begin).TrimEnd();
        var text = program.IsBraced ? $"{guarded} else {{\n{nested}\n{indentation}}}\n"
            : guard.Children.LastOrDefault() is { Kind: "end" } ? $"{guarded[..^"end".Length].TrimEnd()}\n{indentation}else\n{nested}\n{indentation}end\n"
            : $"{guarded}\n{indentation}else:\n{nested}\n";
        return [new TextEdit(guard.Span.Start, end, text)];
    }

    private static bool IsGuard(ParsedProgram program, ISyntaxNode node) =>
        NodeKinds.IsIf(node) && node.Field("alternative") is null && node.Field("consequence") is { } yes && Branches.Last(yes) is { } last && NodeKinds.IsLeaving(last)
        && (!program.IsBraced || yes.Text.StartsWith('{')) && program.Slice(node.Span.End, program.LineEnd(node.Span.End)).Trim().Length == 0;

    // Functions and types inside a block are known there only.
    private static bool Declares(ISyntaxNode node) =>
        node.Kind.Contains("function", StringComparison.Ordinal) || node.Kind.Contains("class", StringComparison.Ordinal) || node.Kind.Contains("type", StringComparison.Ordinal)
        || node.Kind.StartsWith("preproc", StringComparison.Ordinal) || node.Kind.Contains("label", StringComparison.Ordinal);

    private static bool HasLongText(ParsedProgram program, ImmutableArray<ISyntaxNode> rest) =>
        program.Tokens.Any(t => t.Span.Start >= rest[0].Span.Start && t.Span.End <= rest[^1].Span.End && t.Span.EndLine > t.Span.StartLine && !NodeKinds.IsComment(t));
}
