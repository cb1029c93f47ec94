using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Takes comments and documentation away. Comments that tools read stay.</summary>
internal sealed partial class StrippedDocumentation : IDamage
{
    private const int FewestWords = 6;

    public string Id => "strip-documentation";

    public bool IsTextual => true;

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var spans = program.Outline.Comments.Where(c => !ForTools().IsMatch(program.Slice(c))).Concat(Texts(program)).DistinctBy(s => s.Start).ToList();
        if (spans.Sum(s => Words().Count(program.Slice(s))) < FewestWords)
        {
            return null;
        }

        var done = Edits.Done(program, [.. spans.Select(s => new[] { Edit(program, s) })]);
        return done is null ? null : done with { Text = ManyBlankLines().Replace(done.Text.TrimStart('\n'), "\n\n\n") };
    }

    // A text that stands alone at the beginning of a module or block documents it; elsewhere a text may be a value.
    private static IEnumerable<SourceSpan> Texts(ParsedProgram program) =>
        program.Nodes.Where(n => n.Kind == "expression_statement" && n.Parent?.Kind is "module" or "block" && n.Children.Count() == 1 && n.Children.First().Kind == "string")
            .Where(n => n.Parent!.Children.First(c => !NodeKinds.IsComment(c)).Span == n.Span).Select(n => n.Span);

    private static TextEdit Edit(ParsedProgram program, SourceSpan span)
    {
        if (IsWholeBlock(program, span))
        {
            return new TextEdit(span.Start, span.End, "pass");
        }

        var (begin, end) = (program.LineStart(span.Start), program.LineEnd(span.End));
        if (program.IsAlone(span))
        {
            return new TextEdit(begin, end, "");
        }

        // What follows on the line must not come to stand against what precedes.
        var before = program.Slice(begin, span.Start);
        var ends = program.Slice(span.End, end).Trim().Length == 0;
        return new TextEdit(ends ? span.Start - (before.Length - before.TrimEnd().Length) : span.Start, span.End, ends ? "" : " ");
    }

    private static bool IsWholeBlock(ParsedProgram program, SourceSpan span) =>
        program.Nodes.Any(n => n.Kind == "expression_statement" && n.Span == span && n.Parent?.Kind == "block" && n.Parent.Children.Count(c => !NodeKinds.IsComment(c)) == 1);

    [GeneratedRegex(@"^#!|coding[:=]|eslint|prettier|@ts-|noqa|\btype:|pragma|fmt:|pylint|mypy|NOLINT|clang-format|@formatter|jshint|istanbul|<reference|^//\s*@|sourceMappingURL")]
    private static partial Regex ForTools();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Words();

    [GeneratedRegex("\n{4,}")]
    private static partial Regex ManyBlankLines();
}
