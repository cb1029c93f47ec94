using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Comments that stand on lines of their own, in the order of the text.</summary>
internal sealed class CommentBlocks
{
    private readonly SourceSpan[] _comments;
    private readonly HashSet<int> _lastLines;

    public CommentBlocks(IEnumerable<SourceSpan> comments)
    {
        _comments = [.. comments];
        _lastLines = [.. _comments.Select(comment => comment.EndLine)];
    }

    /// <summary>
    /// Comments that end on the line before the function, or before what wraps it on the same line, and follow each other line by line.
    /// </summary>
    public SourceSpan? Above(ISyntaxNode function)
    {
        var span = function.Span;
        var line = span.StartLine;
        if (!_lastLines.Contains(line - 1))
        {
            return null;
        }

        while (function.Parent is { Parent: not null } parent && parent.Span is var around && around.StartLine == line)
        {
            (function, span) = (parent, around);
        }

        SourceSpan? found = null;
        for (var i = LastBefore(span.Start); i >= 0 && _comments[i].EndLine == line - 1; i--)
        {
            found = found is { } below ? _comments[i] with { End = below.End, EndLine = below.EndLine } : _comments[i];
            line = _comments[i].StartLine;
        }

        return found;
    }

    /// <summary>The last comment that ends at or before a byte; -1 without one.</summary>
    private int LastBefore(int offset)
    {
        var (from, to) = (0, _comments.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _comments[middle].End <= offset ? (middle + 1, to) : (from, middle);
        }

        return from - 1;
    }
}
