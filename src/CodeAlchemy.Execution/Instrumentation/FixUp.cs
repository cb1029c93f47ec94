using System.Globalization;
using System.Text.RegularExpressions;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>
/// Drops what a compiler objects to: the variable its message points at from there on, else the insertion, else the insertions of the line,
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
        var places = Regex.Matches(messages, pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, RegexLimit)
            .Select(match => (Line: Number(match, "line") ?? 0, Column: Number(match, "column")))
            .Where(place => place.Line >= 1 && place.Line <= _lines.Count)
            .ToArray();

        // What is pointed at comes first: without it the program's own lines may be in order.
        foreach (var (line, column) in places)
        {
            var offset = _lines.Start(line) + (column ?? 0) - 1;
            if (column is not null && At(offset) is { } hit)
            {
                DropAt(hit, offset - hit.Start);
            }
        }

        if (Dropped == 0)
        {
            foreach (var (line, column) in places)
            {
                DropAround(line, column);
            }
        }

        return Dropped > 0;
    }

    private void DropAround(int line, int? column)
    {
        var start = _lines.Start(line);
        var end = line < _lines.Count ? _lines.Start(line + 1) : text.Utf8.Length;
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
                // A variable that was moved away is still there in front of the place.
                if (hit.Insertion.Offset < variable.DroppedFrom)
                {
                    variable.DroppedFrom = hit.Insertion.Offset;
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
