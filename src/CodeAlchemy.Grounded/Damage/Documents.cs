using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>What the comments and documentation of a program tell. Pure.</summary>
internal static partial class Documents
{
    /// <summary>
    /// Whether the documentation says what the program is for and holds only what a reader of the code can find out: no authors,
    /// licences, dates or addresses, no code and no other script than Latin. What is no sentence is a note of its author.
    /// </summary>
    public static bool TellWhatTheCodeTells(ParsedProgram program)
    {
        var spans = Of(program);
        return spans.Any(s => About(program, s) is not null && CodeSmells.IsProse(program.Slice(s)))
            && !spans.Any(s => FromOutside().IsMatch(program.Slice(s)) || program.Slice(s).Any(c => char.IsLetter(c) && c > '\u024f'))
            && !program.Outline.Comments.Any(c => CodeSmells.IsCode(program.Slice(c)))
            && Grouped(program, spans).All(s => Sentence().IsMatch(Marks().Replace(program.Slice(s), "")));
    }

    /// <summary>Comments and texts that document.</summary>
    public static ImmutableArray<SourceSpan> Of(ParsedProgram program) => [.. program.Outline.Comments.Concat(Texts(program)).DistinctBy(s => s.Start).OrderBy(s => s.Start)];

    /// <summary>Spans that follow each other on lines of their own, with nothing but white space and no blank line between.</summary>
    public static ImmutableArray<SourceSpan> Grouped(ParsedProgram program, IEnumerable<SourceSpan> spans)
    {
        var groups = new List<SourceSpan>();
        foreach (var span in spans.OrderBy(s => s.Start))
        {
            if (groups.Count > 0 && groups[^1] is var last && program.BeginsLine(span) && program.BeginsLine(last) && IsGap(program.Slice(last.End, span.Start)))
            {
                groups[^1] = last with { End = span.End, EndLine = span.EndLine };
            }
            else
            {
                groups.Add(span);
            }
        }

        return [.. groups];
    }

    /// <summary>What a comment tells about: a function or type by its name, the empty name for the whole file, or <see langword="null"/> for something else.</summary>
    public static string? About(ParsedProgram program, SourceSpan span)
    {
        var items = program.Outline.Types.Select(t => (t.Name, t.Span)).Concat(program.Outline.Functions.Select(f => (f.Name, f.Span))).ToList();
        var next = items.FirstOrDefault(i => i.Span.Start >= span.End && IsGap(program.Slice(span.End, i.Span.Start))).Name;
        if (next is not null && (program.Slice(0, span.Start).Trim().Length > 0 || IsDocumentation(program.Slice(span))))
        {
            return next;
        }

        var inside = items.Where(i => i.Span.Start <= span.Start && span.End <= i.Span.End).OrderBy(i => i.Span.Length).FirstOrDefault().Name;
        return inside is not null ? (program.Nodes.Any(n => n.Kind == "expression_statement" && n.Span == span) ? inside : null)
            : items.All(i => i.Span.Start >= span.End) && program.BeginsLine(span) && IsAmongTheFirst(program, span) ? "" : null;
    }

    // Only imports and directives come before a word about the file.
    private static bool IsAmongTheFirst(ParsedProgram program, SourceSpan span) =>
        program.Nodes.Where(n => n.IsNamed && n.Parent is { Parent: null } && n.Span.End <= span.Start && !NodeKinds.IsComment(n))
            .All(n => NodeKinds.IsDirective(n) || n.Kind == "package_declaration" || n.Text.TrimEnd(';') is "'use strict'" or "\"use strict\"" || program.Outline.Imports.Any(i => n.Span.Start <= i.Span.Start && i.Span.End <= n.Span.End));

    private static bool IsDocumentation(string comment) => comment.StartsWith("/**", StringComparison.Ordinal) && !comment.Contains("@file", StringComparison.Ordinal);

    private static bool IsGap(string text) => text.Trim().Length == 0 && text.Count(c => c == '\n') <= 1;

    // A text that stands alone at the beginning of a module or block documents it; elsewhere a text may be a value.
    private static IEnumerable<SourceSpan> Texts(ParsedProgram program) =>
        program.Nodes.Where(n => n.Kind == "expression_statement" && n.Parent?.Kind is "module" or "block" && n.Children.Count() == 1 && n.Children.First().Kind == "string")
            .Where(n => n.Parent!.Children.First(c => !NodeKinds.IsComment(c)).Span == n.Span).Select(n => n.Span);

    // Signs of comments and tags of documentation.
    [GeneratedRegex(@"(?m)^\s*(?:/\*+!?|//+!?<?|#+!?|\*+/?|[""']{3})\s*|\*+/\s*$|[""']{3}\s*$|[@\\](?:brief|file|fileoverview|details|description|namespace|function|class)\s+(?:\w+[.]\w+\s+)?")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*(?:[A-Z][^!]*?\w+\W+\w+[^!]*?[a-z0-9)`'""][.](?:\s|$)|\$\s)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"copyright|licen[cs]e|\bauthors?\b|@since|@version|https?://|www\.|\bTODO\b|\bFIXME\b|\b(?:created|written|contributed|modified) (?:by|on)\b|\b(?:19|20)\d\d[-/]\d|\d[-/](?:19|20)\d\d\b|\bp(?:roblem|age)s? \d|doctest|\bsee also\b|@see", RegexOptions.IgnoreCase)]
    private static partial Regex FromOutside();
}
