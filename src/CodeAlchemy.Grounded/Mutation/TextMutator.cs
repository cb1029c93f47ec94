using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Mutation;

/// <summary>
/// Changes an input text a little: a value, an item, a line. A leading count that matches what follows it is kept in step,
/// because most programs that read a count fail on a wrong one before they do anything.
/// </summary>
public static class TextMutator
{
    /// <summary>A text near the given one; the same text where nothing near exists.</summary>
    public static string Mutate(string text, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(random);
        var ended = text.EndsWith('\n');
        var lines = text.TrimEnd('\n').Split('\n').ToImmutableArray();
        var counts = CountsLines(lines);
        var body = counts ? lines.RemoveAt(0) : lines;
        var changed = body.All(string.IsNullOrWhiteSpace) ? body : ChangeLines(body, counts, random);
        var whole = counts ? changed.Insert(0, changed.Length.ToString(CultureInfo.InvariantCulture)) : CountItems(lines, changed);
        return string.Join('\n', whole) + (ended ? "\n" : "");
    }

    private static bool CountsLines(ImmutableArray<string> lines) =>
        lines.Length > 1 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n == lines.Length - 1
        && !CountsItems(lines);

    private static bool CountsItems(ImmutableArray<string> lines) =>
        lines.Length > 1 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && n > 1 && Words(lines[1]).Length == n;

    private static ImmutableArray<string> CountItems(ImmutableArray<string> before, ImmutableArray<string> after) =>
        CountsItems(before) && after.Length > 1
            ? after.SetItem(0, Words(after[1]).Length.ToString(CultureInfo.InvariantCulture))
            : after;

    private static ImmutableArray<string> ChangeLines(ImmutableArray<string> lines, bool counted, IRandom random)
    {
        ImmutableArray<int> filled = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].Trim().Length > 0)];
        var at = filled[random.Next(filled.Length)];
        return random.Next(5) switch
        {
            0 when filled.Length > 2 => lines.RemoveAt(counted || at > 0 ? at : filled[^1]),
            1 when filled.Length > 1 => lines.Insert(at, ChangeWord(lines[at], random)),
            2 when Words(lines[at]).Length > 2 => lines.SetItem(at, ChangeLength(lines[at], random)),
            _ => lines.SetItem(at, ChangeWord(lines[at], random)),
        };
    }

    private static string ChangeWord(string line, IRandom random)
    {
        var words = line.Split(' ');
        ImmutableArray<int> filled = [.. Enumerable.Range(0, words.Length).Where(i => words[i].Length > 0)];
        if (filled.IsEmpty)
        {
            return line;
        }

        // Numbers are values far more often than words are, so they go first.
        ImmutableArray<int> numbers = [.. filled.Where(i => char.IsAsciiDigit(words[i][^1]))];
        var from = numbers.IsEmpty ? filled : numbers;
        var at = from[random.Next(from.Length)];
        words[at] = TokenMutator.Mutate(words[at], random);
        return string.Join(' ', words);
    }

    private static string ChangeLength(string line, IRandom random)
    {
        var words = Words(line).ToList();
        var at = random.Next(words.Count);
        if (random.Next(2) == 0)
        {
            words.RemoveAt(at);
        }
        else
        {
            words.Insert(at, TokenMutator.Mutate(words[at], random));
        }

        return string.Join(' ', words);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
