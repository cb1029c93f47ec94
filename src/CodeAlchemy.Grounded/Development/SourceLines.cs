using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Lines of a program, as people point at them. Pure.</summary>
public static class SourceLines
{
    /// <summary>A line without the white space at its ends; empty when there is no such line.</summary>
    /// <param name="text">The program.</param>
    /// <param name="line">The line, from 1.</param>
    public static string Of(string text, int line) => Whole(text, line).Trim();

    /// <summary>A line with its indentation; empty when there is no such line.</summary>
    public static string Whole(string text, int line)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        return line >= 1 && line <= lines.Length ? lines[line - 1].TrimEnd() : "";
    }

    /// <summary>The text with one line replaced.</summary>
    public static string Replace(string text, int line, string replacement)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        lines[line - 1] = replacement;
        return string.Join('\n', lines);
    }

    /// <summary>White space at the beginning of a line.</summary>
    public static string Indentation(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line[..^line.TrimStart().Length];
    }

    /// <summary>The bytes of a span as text.</summary>
    public static string Slice(string text, SourceSpan span)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return System.Text.Encoding.UTF8.GetString(bytes.AsSpan(span.Start, span.Length));
    }

    /// <summary>The lines of a span in full, with the indentation that all of them share taken away.</summary>
    public static string Block(string text, SourceSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Dedent(string.Join('\n', text.Split('\n')[(span.StartLine - 1)..span.EndLine]));
    }

    /// <summary>Takes away the indentation that all lines share, blank lines aside.</summary>
    public static string Dedent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var shared = lines.Where(l => l.Trim().Length > 0).Select(l => Indentation(l).Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length >= shared ? l[shared..] : l.TrimStart()));
    }
}
