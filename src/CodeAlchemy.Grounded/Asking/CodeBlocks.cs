using System.Collections.Immutable;

namespace CodeAlchemy.Grounded.Asking;

/// <summary>Finds the fenced code in a reply by the rules of CommonMark. Pure.</summary>
public static class CodeBlocks
{
    /// <summary>The blocks in order. A fence that is never closed gives none: the reply may have been cut.</summary>
    public static ImmutableArray<CodeBlock> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = ImmutableArray.CreateBuilder<CodeBlock>();
        var (fence, info) = (string.Empty, string.Empty);
        List<string> lines = [];
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (fence.Length == 0 && Opening(trimmed) is { } opened)
            {
                (fence, info) = (opened, trimmed[opened.Length..].Trim());
                lines = [];
            }
            else if (fence.Length > 0 && Closes(trimmed, fence))
            {
                blocks.Add(new CodeBlock(info.Split(' ')[0], string.Concat(lines.Select(l => l + "\n"))));
                fence = string.Empty;
            }
            else
            {
                lines.Add(line);
            }
        }

        return blocks.ToImmutable();
    }

    /// <summary>The only block of a reply; <see langword="null"/> when there is none or are several.</summary>
    public static CodeBlock? Single(string text) => In(text) is [var only] ? only : null;

    private static string? Opening(string line)
    {
        var mark = line.Length > 0 && line[0] is '`' or '~' ? line[0] : '\0';
        var count = mark == '\0' ? 0 : line.Length - line.TrimStart(mark).Length;
        return count >= 3 && (mark == '~' || !line[count..].Contains('`', StringComparison.Ordinal)) ? line[..count] : null;
    }

    private static bool Closes(string line, string fence) =>
        line.TrimEnd() is var end && end.Length >= fence.Length && end.All(c => c == fence[0]);
}
