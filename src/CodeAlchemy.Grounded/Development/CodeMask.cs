using System.Text;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Programs with a part left open, for any language with an outline. Pure.</summary>
public static class CodeMask
{
    private static readonly string[] CommentMarks = ["//", "--", "#", "%", ";"];

    /// <summary>How a comment to the end of the line begins: as in the program's own comments, else as the language's plugin says, else <c>//</c> where bodies have braces and <c>#</c> elsewhere.</summary>
    public static string CommentMark(string text, SourceOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var own = outline.Comments.Select(c => SourceLines.Slice(text, c))
            .Select(c => CommentMarks.FirstOrDefault(mark => c.StartsWith(mark, StringComparison.Ordinal) && !c.StartsWith("#!", StringComparison.Ordinal)))
            .FirstOrDefault(mark => mark is not null);
        return own ?? outline.LineComment ?? (outline.Functions.Any(f => SourceLines.Slice(text, f.Body).StartsWith('{')) ? "//" : "#");
    }

    /// <summary>The program with a function's body replaced by a remark, and what was taken out. Documentation inside the body stays.</summary>
    /// <param name="text">The program.</param>
    /// <param name="function">The function.</param>
    /// <param name="remark">The remark, with its comment mark.</param>
    /// <returns><see langword="null"/> when the body is empty or shares a line with other code.</returns>
    public static (string Masked, string Body)? Body(string text, OutlineFunction function, string remark)
    {
        ArgumentNullException.ThrowIfNull(function);
        var bytes = Encoding.UTF8.GetBytes(text);
        var (start, end) = Inner(bytes, function);
        if (start >= end || (bytes.AsSpan(start, end - start).IndexOf((byte)'\n') < 0 && LineBegin(bytes, start) == LineBegin(bytes, function.Span.Start)))
        {
            return null;
        }

        // Whole lines come out, so that what is left reads like a program someone is writing.
        start = LineBegin(bytes, SkipBlank(bytes, start, end));
        end = LineEnd(bytes, start, end);
        var body = Encoding.UTF8.GetString(bytes.AsSpan(start, end - start)).TrimEnd();
        if (body.Trim().Length == 0 || start <= LineBegin(bytes, function.Span.Start))
        {
            return null;
        }

        var indentation = SourceLines.Indentation(body.Split('\n')[0]);
        var after = start + Encoding.UTF8.GetByteCount(body);
        var masked = Encoding.UTF8.GetString(bytes.AsSpan(0, start)) + indentation + remark + Encoding.UTF8.GetString(bytes.AsSpan(after));
        return (masked, body);
    }

    /// <summary>The program without a function's documentation, the lines it stood on alone gone as well.</summary>
    public static string WithoutDocumentation(string text, SourceSpan documentation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var begin = LineBegin(bytes, documentation.Start);
        var next = bytes.AsSpan(documentation.End).IndexOf((byte)'\n') is >= 0 and var length ? documentation.End + length + 1 : bytes.Length;
        var alone = Encoding.UTF8.GetString(bytes.AsSpan(begin, documentation.Start - begin)).Trim().Length == 0
            && Encoding.UTF8.GetString(bytes.AsSpan(documentation.End, next - documentation.End)).Trim().Length == 0;
        return TextEdits.Apply(text, [alone ? new TextEdit(begin, next, "") : new TextEdit(documentation.Start, documentation.End, "")]);
    }

    private static (int Start, int End) Inner(byte[] bytes, OutlineFunction function)
    {
        var (start, end) = (function.Body.Start, function.Body.End);
        if (end > start && bytes[start] == '{' && bytes[end - 1] == '}')
        {
            (start, end) = (start + 1, end - 1);
        }

        return function.Documentation is { } documentation && documentation.Start >= start && documentation.End <= end ? (documentation.End, end) : (start, end);
    }

    private static int SkipBlank(byte[] bytes, int start, int end)
    {
        while (start < end && char.IsWhiteSpace((char)bytes[start]))
        {
            start++;
        }

        return start;
    }

    private static int LineBegin(byte[] bytes, int at) => bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;

    // A closing brace on a line of its own stays; what it closes goes up to the line before.
    private static int LineEnd(byte[] bytes, int start, int end)
    {
        var begin = LineBegin(bytes, end);
        var tail = Encoding.UTF8.GetString(bytes.AsSpan(begin, end - begin));
        return tail.Trim().Length == 0 && begin > start ? begin : end;
    }
}
