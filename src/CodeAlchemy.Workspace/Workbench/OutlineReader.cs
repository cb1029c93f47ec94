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
            var captures = tree.Query(_queries.GetOrAdd(path, File.ReadAllText));
            return Compose(new OutlineParts(captures), Encoding.UTF8.GetBytes(text)) with { LineComment = language.LineComment };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ProblemException(new Problem(
                "outline-query", $"{path}: {fault.Message}", $"mend the query of the plugin '{language.Id}'", ExitCode.Plugin));
        }
    }

    private static SourceOutline Compose(OutlineParts parts, byte[] text)
    {
        ImmutableArray<SourceSpan> comments = [.. parts.Comments.Distinct().OrderBy(span => span.Start).Select(comment => WithoutLineEnd(comment, text))];
        var above = new Dictionary<int, SourceSpan>();
        foreach (var comment in comments.Where(comment => BeginsLine(comment, text)))
        {
            above[comment.EndLine] = comment;
        }

        return new SourceOutline
        {
            Comments = comments,
            Functions = [.. parts.Functions.OrderBy(f => f.Key.Start).Select(f => Function(f.Key, f.Value, parts.Written, above))],
            Types = [.. parts.Types.OrderBy(t => t.Key.Start).Select(t => new OutlineType(t.Value.Text.Trim(), t.Key))],
            Imports =
            [
                .. parts.Imports.OrderBy(i => i.Name.Span.Start).Select(i => new OutlineImport(i.Name.Text.Trim(Quotes), i.Span)),
                // Some grammars have no node for a whole path.
                .. parts.ImportParts.OrderBy(i => i.Key.Start)
                    .Select(i => new OutlineImport(string.Join('.', i.Value.OrderBy(part => part.Span.Start).Select(part => part.Text)), i.Key)),
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

    private static OutlineFunction Function(SourceSpan span, OutlineMatch match, Dictionary<SourceSpan, SourceSpan> written, Dictionary<int, SourceSpan> above)
    {
        var body = match.Find("function.body")!.Span;
        var name = match.Find("function.name")!.Text;
        return new OutlineFunction(
            name[(name.LastIndexOf("::", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..],
            span,
            match.Find("function.parameters")?.Span ?? new SourceSpan(body.Start, body.Start, body.StartLine, body.StartLine),
            body,
            written.TryGetValue(span, out var documentation) ? documentation : Above(span.StartLine, above));
    }

    // Comments that end on the line before and follow each other line by line; one on the line itself stands between. By their last lines.
    private static SourceSpan? Above(int line, Dictionary<int, SourceSpan> comments)
    {
        if (comments.ContainsKey(line))
        {
            return null;
        }

        SourceSpan? found = null;
        while (comments.TryGetValue(line - 1, out var comment))
        {
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
