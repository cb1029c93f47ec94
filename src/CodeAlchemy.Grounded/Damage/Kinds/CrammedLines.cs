using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Writes statements that follow each other on one line.</summary>
internal sealed class CrammedLines : IDamage
{
    private const int Fewest = 2;
    private static readonly string[] Bodies = ["body", "consequence", "alternative"];

    public string Id => "crammed-lines";

    public bool IsTextual => true;

    public bool Suits(ParsedProgram program) => !program.Nodes.Any(n => NodeKinds.IsStatement(n) && SharesLine(n));

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var groups = program.Nodes.Where(n => NodeKinds.IsSimple(n) || NodeKinds.IsReturn(n)).Select(n => Change(program, n)).OfType<TextEdit[]>().DistinctBy(e => e[0].Start).ToList();
        return groups.Count < Fewest ? null : Edits.Done(program, groups);
    }

    // Behind another statement, or behind the head of the condition or loop that it belongs to.
    private static bool SharesLine(ISyntaxNode node)
    {
        if (node.Parent!.Children.TakeWhile(c => c.Span != node.Span).LastOrDefault(NodeKinds.IsStatement) is { } before && before.Span.EndLine == node.Span.StartLine)
        {
            return true;
        }

        var body = NodeKinds.IsStatement(node.Parent) || node.Parent.Kind == "else_clause" ? node : node.Parent;
        return body.Parent is { } owner && (NodeKinds.IsStatement(owner) || owner.Kind == "else_clause") && !NodeKinds.IsSimple(owner) && !NodeKinds.IsIf(node) && owner.Span.StartLine == node.Span.StartLine
            && (owner.Kind == "else_clause" || Bodies.Any(f => owner.Field(f)?.Span == body.Span));
    }

    private static TextEdit[]? Change(ParsedProgram program, ISyntaxNode node)
    {
        if (!NodeKinds.IsSimple(node) || !program.BeginsLine(node.Span) || Next(node) is not { } next || !(NodeKinds.IsSimple(next) || NodeKinds.IsReturn(next))
            || next.Span.StartLine != node.Span.EndLine + 1 || IsLong(node) || IsLong(next) || IsText(node) || !program.IsAlone(next.Span) || !program.IsAlone(node.Span)
            || (program.IsBraced && !node.Text.EndsWith(';')))
        {
            return null;
        }

        return [new TextEdit(node.Span.End, next.Span.Start, node.Text.EndsWith(';') ? " " : "; ")];
    }

    private static ISyntaxNode? Next(ISyntaxNode node) => node.Parent?.Children.SkipWhile(c => c.Span != node.Span).Skip(1).FirstOrDefault(c => c.Span.Length > 0);

    private static bool IsLong(ISyntaxNode node) => node.Span.EndLine > node.Span.StartLine;

    // A text alone is documentation or a directive.
    private static bool IsText(ISyntaxNode node) => node.Children.FirstOrDefault() is { } first && NodeKinds.IsOpaque(first);
}
