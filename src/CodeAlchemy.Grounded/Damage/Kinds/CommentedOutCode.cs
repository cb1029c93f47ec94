using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Leaves older versions of statements behind as comments.</summary>
internal sealed class CommentedOutCode : IDamage
{
    private const int Fewest = 2;
    private const int Most = 5;
    private const int Longest = 90;

    public string Id => "commented-out-code";

    public bool IsTextual => true;

    public bool Suits(ParsedProgram program) =>
        !program.Outline.Comments.SelectMany(c => program.Slice(c).Split('\n')).Any(CodeSmells.IsCode);

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var places = program.Outline.Functions.SelectMany(f => program.Statements(f)).DistinctBy(s => s.Span.Start)
            .Where(s => s.Span.StartLine == s.Span.EndLine && s.Span.Length is > 8 and < Longest && program.IsAlone(s.Span) && (NodeKinds.IsSimple(s) || NodeKinds.IsReturn(s)) && !IsText(s));
        var mark = CodeMask.CommentMark(program.Source.Text, program.Outline);
        var shuffled = Edits.Shuffle(places, random);

        // A comment that repeats the statement below it is no older version.
        var older = shuffled.Where(s => Changes(program, s, random).Count > 0).ToList();
        return older.Count < Fewest ? null : Edits.Done(program, [.. older.Take(Fewest + random.Next(Most - 1)).Select(s => Remark(program, s, mark, random))]);
    }

    private static TextEdit[] Remark(ParsedProgram program, ISyntaxNode statement, string mark, IRandom random)
    {
        var older = Older(program, statement, random);
        var at = program.LineStart(statement.Span.Start);
        return [new TextEdit(at, at, $"{program.Indentation(statement.Span)}{mark} {older}\n")];
    }

    // An older version differs a little where there is a constant or an operator.
    private static string Older(ParsedProgram program, ISyntaxNode statement, IRandom random)
    {
        var rules = Changes(program, statement, random);
        var (span, after) = rules[random.Next(rules.Count)];
        return program.Slice(statement.Span.Start, span.Start) + after + program.Slice(span.End, statement.Span.End);
    }

    private static List<(SourceSpan Span, string After)> Changes(ParsedProgram program, ISyntaxNode statement, IRandom random) =>
        [.. Tokens(statement).SelectMany(t => MutationRules.Of(t, program.Source.Language, random).Where(r => r.Operator != "removal").Select(r => (t.Span, r.After)))];

    private static IEnumerable<ISyntaxNode> Tokens(ISyntaxNode node) =>
        NodeKinds.IsOpaque(node) ? [] : node.Children.Any() ? node.Children.SelectMany(Tokens) : [node];

    private static bool IsText(ISyntaxNode statement) => statement.Children.FirstOrDefault() is { } first && NodeKinds.IsOpaque(first);
}
