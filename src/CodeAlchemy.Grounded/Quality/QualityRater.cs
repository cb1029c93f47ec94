using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Quality;

/// <summary>Rates programs by a heuristic that people can follow: it counts, and knows nothing but the tree. Pure.</summary>
public static partial class QualityRater
{
    private const int LongLine = 100;
    private const int LongFunction = 40;
    private const double EnoughComments = 0.1;
    private const double UsualDepth = 2.5;

    // A smell weighs as much as this many statements.
    private const double SmellWeight = 6;

    /// <summary>Rates a program.</summary>
    public static CodeQuality Of(ParsedProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new CodeQuality(Documentation(program), NameWords.Share(program), Layout(program), Structure(program), Tidiness(program), program.HasErrors);
    }

    private static double Documentation(ParsedProgram program)
    {
        // What is said in a copy was said before.
        var copies = CodeSmells.Copies(program);
        bool IsNew(SourceSpan span) => !copies.Any(f => f.Span.Start <= span.Start && span.End <= f.Span.End);
        var functions = program.Outline.Functions;
        var texts = functions.Select(f => f.Documentation).OfType<SourceSpan>().Where(d => !program.Outline.Comments.Any(c => c.Start == d.Start));
        var lines = program.Outline.Comments.Where(c => CodeSmells.IsProse(program.Slice(c))).Concat(texts).Where(IsNew).Sum(c => c.EndLine - c.StartLine + 1);
        var code = program.Lines.Count(l => l.Trim().Length > 0);
        var documented = functions.IsEmpty ? 1 : functions.Count(f => f.Documentation is not null && !copies.Contains(f)) / (double)functions.Length;
        var density = Math.Min(1, lines / Math.Max(1, code * EnoughComments));
        return ((HasHead(program) ? 1 : 0) * 0.4) + (documented * 0.3) + (density * 0.3);
    }

    // What the file is for stands among its first statements: on top, or behind imports.
    private static bool HasHead(ParsedProgram program)
    {
        var first = program.Outline.Functions.Select(f => f.Span.Start).Concat(program.Outline.Types.Select(t => t.Span.Start)).DefaultIfEmpty(int.MaxValue).Min();
        return program.Outline.Comments.Any(c => c.Start < first && CodeSmells.IsProse(program.Slice(c)))
            || program.Nodes.FirstOrDefault(n => n.IsNamed && n.Parent is { Parent: null }) is { Kind: "expression_statement" } text && text.Children.Count() == 1 && NodeKinds.IsOpaque(text.Children.First());
    }

    /// <summary>How even the layout is, from 0 to 1.</summary>
    internal static double Layout(ParsedProgram program)
    {
        var lines = program.Lines.Where(l => l.Trim().Length > 0).ToList();
        var unit = program.Unit.Length;
        double Share(Func<string, bool> good) => lines.Count == 0 ? 1 : lines.Count(good) / (double)lines.Count;
        var width = Share(l => l.TrimEnd().Length <= LongLine);
        var indented = Share(l => l.Length == l.TrimEnd().Length && (l.Length - l.TrimStart().Length) % unit == 0 && (unit >= 2 || program.Unit == "\t"));
        return (width + indented + Depths(program) + Spaces(program)) / 4;
    }

    // Statements of one block begin in one column, each on a line of its own.
    private static double Depths(ParsedProgram program)
    {
        var pairs = program.Nodes.Where(IsBlock).SelectMany(b => b.Children.Where(c => c.IsNamed).Pairwise()).ToList();
        return pairs.Count == 0 ? 1 : pairs.Count(p => p.Second.Span.StartLine > p.First.Span.StartLine && program.Indentation(p.First.Span) == program.Indentation(p.Second.Span)) / (double)pairs.Count;
    }

    private static double Spaces(ParsedProgram program)
    {
        var operators = program.Nodes.Where(n => !n.IsNamed && n.Parent is { } p && (Operated().IsMatch(p.Kind) ? n.Text.Length > 0 && !char.IsLetter(n.Text[0]) && Operator().IsMatch(n.Text) : n.Text == ",")).ToList();
        return operators.Count == 0 ? 1 : operators.Count(o => IsSpaced(program, o)) / (double)operators.Count;
    }

    private static bool IsSpaced(ParsedProgram program, ISyntaxNode token)
    {
        var after = program.Slice(token.Span.End, Math.Min(token.Span.End + 1, program.LineEnd(token.Span.End)));
        var before = token.Span.Start == 0 ? " " : program.Slice(token.Span.Start - 1, token.Span.Start);
        return (after.Length == 0 || after is " " or "\n" or ")" or "]" or "}") && (token.Text == "," || before is " " or "\n" or "\t");
    }

    private static double Structure(ParsedProgram program)
    {
        var statements = program.Outline.Functions.SelectMany(f => program.At(f.Body) is { } body ? Depth(body, 0) : []).ToList();
        var depth = statements.Count == 0 ? 1 : statements.Average();
        var functions = program.Outline.Functions;
        var shorts = functions.IsEmpty ? 1 : functions.Count(f => f.Body.EndLine - f.Body.StartLine <= LongFunction) / (double)functions.Length;
        return ((UsualDepth / (UsualDepth + depth)) + shorts) / 2;
    }

    private static IEnumerable<double> Depth(ISyntaxNode block, int depth) =>
        block.Children.Where(c => c.IsNamed && !NodeKinds.IsComment(c)).SelectMany(s => Inner(s).SelectMany(b => Depth(b, depth + 1)).Prepend(depth));

    private static IEnumerable<ISyntaxNode> Inner(ISyntaxNode node) => node.Children.SelectMany(c => IsBlock(c) ? [c] : Inner(c));

    private static bool IsBlock(ISyntaxNode node) => node.IsNamed && node.Kind is "block" or "statement_block" or "compound_statement" or "constructor_body";

    private static double Tidiness(ParsedProgram program)
    {
        var statements = program.Nodes.Count(n => NodeKinds.IsSimple(n) || NodeKinds.IsReturn(n) || NodeKinds.IsIf(n));
        return Math.Max(1, statements) / (Math.Max(1, statements) + (SmellWeight * CodeSmells.Count(program)));
    }

    private static IEnumerable<(T First, T Second)> Pairwise<T>(this IEnumerable<T> items)
    {
        var all = items.ToList();
        return all.Zip(all.Skip(1));
    }

    [GeneratedRegex("binary|comparison|boolean_operator|assignment|declarator|augmented")]
    private static partial Regex Operated();

    [GeneratedRegex(@"^[=+\-*/%<>!&|^]+$")]
    private static partial Regex Operator();
}
