using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Negates conditions and swaps their branches.</summary>
internal sealed partial class InvertedConditions : IDamage
{
    private const int Most = 6;

    public string Id => "inverted-conditions";

    public bool IsTextual => false;

    public bool Suits(ParsedProgram program) =>
        !program.Nodes.Any(n => NodeKinds.IsIf(n) && Branches.Else(n) is not null && n.Field("condition") is { } condition && (condition.Text.TrimStart('(', ' ').StartsWith('!') || Negative().IsMatch(condition.Text)));

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        if (LanguageForms.Of(program.Source.Language) is not { } forms)
        {
            return null;
        }

        var groups = Edits.Shuffle(program.Nodes.Where(NodeKinds.IsIf), random).Select(n => Change(program, n, forms)).OfType<TextEdit[]>();
        return Edits.Done(program, Edits.Apart(groups, Most));
    }

    private static TextEdit[]? Change(ParsedProgram program, ISyntaxNode node, LanguageForms forms)
    {
        if (node.Field("condition") is not { } condition || node.Field("consequence") is not { } yes || Branches.Else(node) is not { } no || !IsPlain(condition)
            || !program.BeginsLine(node.Span) || (program.IsBraced && !(yes.Text.StartsWith('{') && no.Text.StartsWith('{'))))
        {
            return null;
        }

        // A comment at the head of a block stands outside of it in some grammars, and would be left behind.
        return !program.IsBraced && (HasComment(program, condition, yes) || HasComment(program, yes, no)) ? null :
        [
            new TextEdit(condition.Span.Start, condition.Span.End, Negated(condition.Text, program.IsBraced, forms)),
            new TextEdit(yes.Span.Start, yes.Span.End, no.Text),
            new TextEdit(no.Span.Start, no.Span.End, yes.Text),
        ];
    }

    private static bool HasComment(ParsedProgram program, ISyntaxNode before, ISyntaxNode after) =>
        program.Outline.Comments.Any(c => c.Start >= before.Span.End && c.End <= after.Span.Start);

    private static string Negated(string condition, bool braced, LanguageForms forms) =>
        braced ? $"({forms.Not}{condition})" : condition.StartsWith('(') && condition.EndsWith(')') && condition.LastIndexOf('(') == 0 ? forms.Not + condition : $"{forms.Not}({condition})";

    // What a condition declares is known in one branch only; one that says "not" already would only say it twice.
    private static bool IsPlain(ISyntaxNode condition) =>
        !condition.Text.Contains("instanceof", StringComparison.Ordinal) && !condition.Text.Contains(":=", StringComparison.Ordinal) && !condition.Text.TrimStart('(').StartsWith('!')
        && !Negative().IsMatch(condition.Text) && !condition.Children.Any(c => c.Kind.Contains("declaration", StringComparison.Ordinal));

    [GeneratedRegex(@"\bnot\b|[!~]=")]
    private static partial Regex Negative();
}
