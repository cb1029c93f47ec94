using System.Globalization;
using System.Text.RegularExpressions;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>
/// Drops what a compiler objects to: the variable its message points at, else the insertion, else the insertions of the line,
/// else the function around it.
/// </summary>
internal sealed class FixUp(RenderedText text)
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromSeconds(5);
    private readonly Utf8Lines _lines = new(text.Utf8);

    /// <summary>Insertions and variables dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Drops by the compiler's messages.</summary>
    /// <returns>Whether anything was dropped.</returns>
    public bool Apply(string messages, string pattern)
    {
        foreach (Match match in Regex.Matches(messages, pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, RegexLimit))
        {
            if (Number(match, "line") is { } line && line >= 1 && line <= _lines.Count)
            {
                Drop(line, Number(match, "column"));
            }
        }

        return Dropped > 0;
    }

    private void Drop(int line, int? column)
    {
        var start = _lines.Start(line);
        var end = line < _lines.Count ? _lines.Start(line + 1) : text.Utf8.Length;
        if (column is { } c && At(start + c - 1) is { } hit)
        {
            DropAt(hit, start + c - 1 - hit.Start);
            return;
        }

        var onLine = text.Insertions.Where(i => i.Start >= start && i.Start < end).ToArray();
        foreach (var insertion in onLine)
        {
            Leave(insertion.Insertion);
        }

        if (onLine.Length == 0)
        {
            DropFunction(start + (column ?? 1) - 1);
        }
    }

    private void DropAt(RenderedInsertion hit, int at)
    {
        foreach (var (start, end, variable) in hit.Variables)
        {
            if (at >= start && at < end)
            {
                if (!variable.Dropped)
                {
                    variable.Dropped = true;
                    Dropped++;
                }

                return;
            }
        }

        Leave(hit.Insertion);
    }

    private void Leave(PlannedInsertion insertion)
    {
        if (insertion.Dropped)
        {
            return;
        }

        Dropped++;
        if (insertion.Record is { } record)
        {
            record.Dropped = true;
        }
        else if (insertion is { Essential: true, Function: { } function })
        {
            function.Dropped = true;
        }
        else
        {
            insertion.Group.Dropped = true;
        }
    }

    private void DropFunction(int offset)
    {
        var around = text.Insertions.LastOrDefault(i => i.Insertion.Essential && i.Start <= offset && EndOf(i.Insertion.Function!) > offset);
        if (around?.Insertion.Function is { Dropped: false } function)
        {
            function.Dropped = true;
            Dropped++;
        }
    }

    // Where a function's body ends in the instrumented text: everything inserted before its end moves it.
    private int EndOf(PlannedFunction function)
    {
        var end = function.Body.End;
        return end + text.Insertions.TakeWhile(i => i.Insertion.Offset < end).Sum(i => i.End - i.Start);
    }

    private RenderedInsertion? At(int offset) => text.Insertions.FirstOrDefault(i => i.Start <= offset && offset < i.End);

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
}
