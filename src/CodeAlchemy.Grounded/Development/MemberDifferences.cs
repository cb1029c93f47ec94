using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Tells in which members two shown values of one object differ. Pure.</summary>
public static partial class MemberDifferences
{
    private const int LongestValue = 80;

    /// <summary>Members of both, in order, whose values differ and can be written down; empty where not all that differs is a member.</summary>
    /// <param name="right">One value, as a trace shows it: <c>Machine(price=150, paid=100)</c>.</param>
    /// <param name="wrong">The other one.</param>
    public static ImmutableArray<(string Name, string Right, string Wrong)> Of(string right, string wrong)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(wrong);
        var (before, after) = (Members(right), Members(wrong));
        if (before.Count == 0 || before.Count != after.Count || !before.Select(m => m.Name).SequenceEqual(after.Select(m => m.Name), StringComparer.Ordinal))
        {
            return [];
        }

        var differences = before.Zip(after).Where(p => p.First.Value != p.Second.Value).Select(p => (p.First.Name, p.First.Value, p.Second.Value)).ToImmutableArray();
        return differences.All(d => IsTold(d.Item2) && IsTold(d.Item3)) ? differences : [];
    }

    private static bool IsTold(string value) => value.Length <= LongestValue && Literals.IsPlain(new TraceValue("", value));

    private static List<(string Name, string Value)> Members(string text)
    {
        var open = text.IndexOfAny(['(', '{']);
        if (open < 0 || text[^1] is not (')' or '}'))
        {
            return [];
        }

        var members = Parts(text[(open + 1)..^1]).Select(part => Member().Match(part)).ToList();
        return members.All(m => m.Success) ? [.. members.Select(m => (m.Groups["name"].Value, m.Groups["value"].Value))] : [];
    }

    // At commas that stand neither in a bracket nor in quotes.
    private static IEnumerable<string> Parts(string text)
    {
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
            else
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            }
        }

        yield return text[start..];
    }

    [GeneratedRegex(@"\A\s*\.?(?<name>[A-Za-z_]\w*)\s*[=:]\s*(?<value>.+?)\s*\z", RegexOptions.Singleline)]
    private static partial Regex Member();
}
