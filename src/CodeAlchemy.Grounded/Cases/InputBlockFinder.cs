using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Cases;

/// <summary>
/// Blocks in comments that show an input and its output, as problem statements have them, in programs that read standard
/// input. What reads like a sentence describes an input and is not one.
/// </summary>
internal sealed partial class InputBlockFinder : ICaseFinder
{
    private const int MostLines = 40;

    public IEnumerable<ExecutionCase> Find(SourceFile source, IReadOnlyList<string> comments)
    {
        for (var i = 0; ReadsInput().IsMatch(source.Text) && i < comments.Count; i++)
        {
            var label = InputLabel().Match(comments[i]);
            if (label.Success && ReadInput(comments, i, label.Groups[1].Value) is { } input)
            {
                yield return new ExecutionCase
                {
                    Name = "example",
                    Origin = "example",
                    Stdin = [.. Encoding.UTF8.GetBytes(input)],
                };
            }
        }
    }

    private static string? ReadInput(IReadOnlyList<string> comments, int at, string sameLine)
    {
        var lines = new List<string>();
        if (sameLine.Length > 0)
        {
            lines.Add(sameLine);
        }

        var next = at + 1;
        while (next < comments.Count && lines.Count <= MostLines && !OutputLabel().IsMatch(comments[next]))
        {
            lines.Add(comments[next++].TrimEnd());
        }

        // Without an output after it, the word "input" is more likely prose about parameters.
        var closed = next < comments.Count && lines.Count <= MostLines;
        var body = Unindent(lines.SkipWhile(l => l.Length == 0).Reverse().SkipWhile(l => l.Length == 0).Reverse().ToList());
        return closed && body.Count > 0 && body.All(IsData) ? string.Join('\n', body) + "\n" : null;
    }

    private static bool IsData(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plain = words.Count(w => w.All(c => char.IsAsciiLetter(c) || c is '.' or ',' or '(' or ')'));
        return words.Length > 0 && (plain <= 2 || plain * 2 <= words.Length);
    }

    private static List<string> Unindent(List<string> lines)
    {
        var indent = lines.Where(l => l.Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(l => l.Length > indent ? l[indent..] : l.Trim())];
    }

    [GeneratedRegex(@"stdin|input\(|scanf|getline|fgets|getchar|\bcin\b|System\.in|readline|readFileSync\((?:0|'/dev/stdin')|\bgets\b|STDIN")]
    private static partial Regex ReadsInput();

    [GeneratedRegex(@"^\s*(?:sample |example )?(?:input|stdin)\s*\d*\s*:\s*(.*?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex InputLabel();

    [GeneratedRegex(@"^\s*(?:sample |example |expected )?(?:output|stdout)\s*\d*\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex OutputLabel();
}
