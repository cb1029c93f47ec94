using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CodeAlchemy.Grounded.Development;

/// <summary>The difference between two texts in the unified format of POSIX <c>diff -u</c>. Pure.</summary>
public static class LineDiff
{
    private const int Context = 3;

    /// <summary>The difference, hunk by hunk with three lines around each; empty when the texts are equal. Line ends count as '\n'.</summary>
    /// <param name="path">Name of the file as the head shows it.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    public static string Unified(string path, string before, string after)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var steps = Steps(Lines(before), Lines(after));
        var text = new StringBuilder();
        foreach (var (from, to) in Hunks(steps))
        {
            AppendHunk(text, steps, from, to);
        }

        return text.Length == 0 ? "" : $"--- a/{path}\n+++ b/{path}\n{text}";
    }

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    private static ImmutableArray<(char Sign, string Line)> Steps(string[] before, string[] after)
    {
        var common = CommonLengths(before, after);
        var steps = ImmutableArray.CreateBuilder<(char, string)>(before.Length + after.Length);
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                steps.Add((' ', before[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                steps.Add(('-', before[i++]));
            }
            else
            {
                steps.Add(('+', after[j++]));
            }
        }

        return steps.ToImmutable();
    }

    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static IEnumerable<(int From, int To)> Hunks(ImmutableArray<(char Sign, string Line)> steps)
    {
        int? from = null;
        var to = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Sign == ' ')
            {
                continue;
            }

            if (from is { } start && i - Context > to)
            {
                yield return (start, to);
                from = null;
            }

            from ??= Math.Max(0, i - Context);
            to = Math.Min(steps.Length, i + Context + 1);
        }

        if (from is { } last)
        {
            yield return (last, to);
        }
    }

    private static void AppendHunk(StringBuilder text, ImmutableArray<(char Sign, string Line)> steps, int from, int to)
    {
        var (old, fresh) = (steps[..from].Count(s => s.Sign != '+'), steps[..from].Count(s => s.Sign != '-'));
        var hunk = steps[from..to];
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(old, hunk.Count(s => s.Sign != '+'))} +{Range(fresh, hunk.Count(s => s.Sign != '-'))} @@\n");
        foreach (var (sign, line) in hunk)
        {
            text.Append(sign).Append(line).Append('\n');
        }
    }

    private static string Range(int skipped, int count)
    {
        var start = count == 0 ? skipped : skipped + 1;
        return count == 1 ? start.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{start},{count}");
    }
}
