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

    public bool Suits(ParsedProgram program) => Documents.TellWhatTheCodeTells(program);

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var spans = Documents.Of(program).Where(c => !ForTools().IsMatch(program.Slice(c))).ToList();
        if (spans.Sum(s => Words().Count(program.Slice(s))) < FewestWords)
        {
            return null;
        }

        // Lines of comment below each other are one remark. Where only one is missing, the request has to say what about.
        var remarks = Documents.Grouped(program, spans);
        var subject = remarks is [var only] ? Documents.About(program, only) : null;
        if (remarks.Length == 1 && subject is null)
        {
            return null;
        }

        var done = Edits.Done(program, [.. spans.Select(s => new[] { Edit(program, s) })]);
        return done is null ? null : done with { Text = ManyBlankLines().Replace(done.Text.TrimStart('\n'), "\n\n\n"), Places = remarks.Length, Subject = subject };
    }

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
