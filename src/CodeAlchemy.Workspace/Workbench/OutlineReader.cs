using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Makes outlines by the queries of language plugins. Thread-safe.</summary>
internal sealed class OutlineReader
{
    private static readonly char[] Quotes = ['"', '\'', '<', '>'];
    private readonly ConcurrentDictionary<string, string> _queries = new(StringComparer.Ordinal);

    /// <summary>The outline of a parsed text; empty when the language has none.</summary>
    /// <exception cref="ProblemException">The plugin's query can't be read or isn't valid (exit 6).</exception>
    public SourceOutline Read(LanguageDefinition language, ISyntaxTree tree, string text)
    {
        if (language.Outline is not { } file)
        {
            return SourceOutline.Empty;
        }

        var path = Path.Combine(language.Directory, file);
        try
        {
            var matches = tree.Query(_queries.GetOrAdd(path, File.ReadAllText)).GroupBy(capture => capture.Match)
                .Select(captures => captures.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Node, StringComparer.Ordinal)).ToList();
            return Compose(matches, Encoding.UTF8.GetBytes(text)) with { LineComment = language.LineComment };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ProblemException(new Problem(
                "outline-query", $"{path}: {fault.Message}", $"mend the query of the plugin '{language.Id}'", ExitCode.Plugin));
        }
    }

    private static SourceOutline Compose(List<Dictionary<string, ISyntaxNode>> matches, byte[] text)
    {
        ImmutableArray<SourceSpan> comments = [.. Spans(matches, "comment").Select(comment => WithoutLineEnd(comment, text))];
        ImmutableArray<SourceSpan> above = [.. comments.Where(comment => BeginsLine(comment, text))];
        var written = matches.Where(m => m.ContainsKey("function.documentation"))
            .GroupBy(m => m["function"].Span).ToDictionary(group => group.Key, group => group.First()["function.documentation"].Span);
        return new SourceOutline
        {
            Comments = comments,
            Functions =
            [
                .. matches.Where(m => m.ContainsKey("function.name")).DistinctBy(m => m["function"].Span).OrderBy(m => m["function"].Span.Start)
                    .Select(m => Function(m, written, above)),
            ],
            Types =
            [
                .. matches.Where(m => m.ContainsKey("type.name")).DistinctBy(m => m["type"].Span).OrderBy(m => m["type"].Span.Start)
                    .Select(m => new OutlineType(m["type.name"].Text.Trim(), m["type"].Span)),
            ],
            Imports =
            [
                .. matches.Where(m => m.ContainsKey("import.name")).OrderBy(m => m["import.name"].Span.Start)
                    .Select(m => new OutlineImport(m["import.name"].Text.Trim(Quotes), m["import"].Span)),
                // Some grammars have no node for a whole path.
                .. matches.Where(m => m.ContainsKey("import.part")).GroupBy(m => m["import"].Span).OrderBy(import => import.Key.Start)
                    .Select(import => new OutlineImport(
                        string.Join('.', import.OrderBy(m => m["import.part"].Span.Start).Select(m => m["import.part"].Text)), import.Key)),
            ],
        };
    }

    // To some grammars the line end belongs to the comment.
    private static SourceSpan WithoutLineEnd(SourceSpan span, byte[] text)
    {
        while (span.End > span.Start && text[span.End - 1] is (byte)'\n' or (byte)'\r')
        {
            span = span with { End = span.End - 1, EndLine = span.EndLine - (text[span.End - 1] == '\n' ? 1 : 0) };
        }

        return span;
    }

    private static IEnumerable<SourceSpan> Spans(IEnumerable<Dictionary<string, ISyntaxNode>> matches, string capture) =>
        matches.Where(m => m.ContainsKey(capture)).Select(m => m[capture].Span).Distinct().OrderBy(span => span.Start);

    private static OutlineFunction Function(
        Dictionary<string, ISyntaxNode> match, Dictionary<SourceSpan, SourceSpan> written, ImmutableArray<SourceSpan> comments)
    {
        var node = match["function"];
        var body = match["function.body"].Span;
        var name = match["function.name"].Text;
        var parameters = match.TryGetValue("function.parameters", out var list) ? list.Span : new SourceSpan(body.Start, body.Start, body.StartLine, body.StartLine);
        return new OutlineFunction(
            name[(name.LastIndexOf("::", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..],
            node.Span,
            parameters,
            body,
            written.TryGetValue(node.Span, out var span) ? span : Above(node, comments));
    }

    // Comments that end on the line before the function, or before what wraps it on the same line, and follow each other line by line.
    private static SourceSpan? Above(ISyntaxNode function, ImmutableArray<SourceSpan> comments)
    {
        var line = function.Span.StartLine;
        while (function.Parent is { Parent: not null } parent && parent.Span.StartLine == line)
        {
            function = parent;
        }

        SourceSpan? found = null;
        foreach (var comment in comments.Reverse().Where(c => c.End <= function.Span.Start))
        {
            if (comment.EndLine != line - 1)
            {
                break;
            }

            found = found is { } below ? comment with { End = below.End, EndLine = below.EndLine } : comment;
            line = comment.StartLine;
        }

        return found;
    }

    private static bool BeginsLine(SourceSpan span, byte[] text)
    {
        var before = text.AsSpan(0, span.Start);
        return before[(before.LastIndexOf((byte)'\n') + 1)..].Trim(" \t\r"u8).IsEmpty;
    }
}
