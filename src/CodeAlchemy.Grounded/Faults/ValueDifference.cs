using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Grounded.Faults;

/// <summary>The one part in which two values of a variable are not the same: <c>self.sold</c> rather than all of <c>self</c>.</summary>
/// <param name="Path">The variable with the way to the part.</param>
/// <param name="Expected">The part in the one value.</param>
/// <param name="Actual">The part in the other.</param>
public sealed partial record ValueDifference(string Path, string Expected, string Actual)
{
    private const int LongestPart = 80;
    private const int LongestPath = 60;

    /// <summary>Finds the part; <see langword="null"/> when there is more than one, or when it can't be written down.</summary>
    public static ValueDifference? Of(string name, TraceValue expected, TraceValue actual)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        if (expected.Length >= 0 || actual.Length >= 0)
        {
            return null;
        }

        var part = new ValueDifference(name, expected.Text, actual.Text);
        for (var inner = part.Inner(); inner is not null; inner = part.Inner())
        {
            part = inner;
        }

        return part.Path.Length <= LongestPath && IsShown(part.Expected) && IsShown(part.Actual) ? part : null;
    }

    /// <summary>What an object holds in a member, as its shown text says; <see langword="null"/> where that text does not say it or the part is no plain value.</summary>
    /// <param name="value">The object.</param>
    /// <param name="path">Names of members, from the outside in.</param>
    public static string? Member(TraceValue value, IEnumerable<string> path)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(path);
        var text = value.Text;
        foreach (var name in path)
        {
            var item = Bracketed().Match(text) is { Success: true } whole
                ? ValueItems.Split(whole.Groups["inner"].Value).Select(i => Item().Match(i)).FirstOrDefault(m => m.Success && m.Groups["member"].Value == name) : null;
            if (item is null)
            {
                return null;
            }

            text = item.Groups["value"].Value;
        }

        return IsShown(text) ? text : null;
    }

    private ValueDifference? Inner()
    {
        if (Bracketed().Match(Expected) is not { Success: true } a || Bracketed().Match(Actual) is not { Success: true } b || a.Groups["head"].Value != b.Groups["head"].Value)
        {
            return null;
        }

        var (olds, news) = (ValueItems.Split(a.Groups["inner"].Value), ValueItems.Split(b.Groups["inner"].Value));
        var differing = Enumerable.Range(0, Math.Min(olds.Length, news.Length)).Where(i => olds[i] != news[i]).ToList();
        if (olds.Length != news.Length || differing is not [var at])
        {
            return null;
        }

        var (old, now) = (Item().Match(olds[at]), Item().Match(news[at]));
        return (old.Success, now.Success) switch
        {
            (true, true) when old.Groups["key"].Value == now.Groups["key"].Value => new ValueDifference($"{Path}{Step(old)}", old.Groups["value"].Value, now.Groups["value"].Value),
            // Items of a set have no place.
            (false, false) when a.Groups["head"].Value.EndsWith('[') => new ValueDifference($"{Path}[{at}]", olds[at], news[at]),
            _ => null,
        };
    }

    private static string Step(Match item) =>
        item.Groups["member"].Success ? $".{item.Groups["member"].Value}" : $"[{item.Groups["key"].Value}]";

    private static bool IsShown(string text) => text.Length <= LongestPart && Literals.IsPlain(new TraceValue("", text));

    [GeneratedRegex(@"\A(?<head>[\w$.<>:, ]*(?:\(\d+\))?\s*[\[({])(?<inner>.*)[\])}]\z", RegexOptions.Singleline)]
    private static partial Regex Bracketed();

    [GeneratedRegex("""\A(?<key>\.?(?<member>[A-Za-z_$][\w$]*)|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+)\s*(?:=>|=|:)\s*(?<value>.*)\z""", RegexOptions.Singleline)]
    private static partial Regex Item();
}
