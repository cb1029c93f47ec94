using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Mutation;

/// <summary>Changes one value as it is written in arguments or input, keeping its kind: an integer stays one, a list stays a list.</summary>
public static partial class TokenMutator
{
    /// <summary>A value of the same kind near the given one; the same text where nothing near exists.</summary>
    /// <param name="token">A word without white space around it.</param>
    /// <param name="random">Chooses.</param>
    public static string Mutate(string token, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(random);
        if (BigInteger.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return MutateInteger(integer, token, random);
        }

        if (decimal.TryParse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return (number + (random.Next(2) == 0 ? 0.5m : -0.25m)).ToString(CultureInfo.InvariantCulture);
        }

        return IsList(token) ? MutateList(token, random)
            : token.All(char.IsAsciiLetterOrDigit) ? MutateWord(token, random)
            : MutateInside(token, random);
    }

    private static bool IsList(string token) =>
        token.IndexOf(',') is > 0 and var comma && comma < token.Length - 1 && !token.Any(c => c is '(' or '[' or '{' or '"');

    private static string MutateInside(string token, IRandom random)
    {
        // A number inside anything is a value; a word is one only where the whole is a phrase and not an option or a path.
        var numbers = Numbers().Matches(token);
        var phrase = token[0] != '-' && token.Contains(' ', StringComparison.Ordinal);
        var parts = numbers.Count > 0 ? numbers : phrase ? Names().Matches(token) : null;
        if (parts is null || parts.Count == 0)
        {
            return token;
        }

        var part = parts[random.Next(parts.Count)];
        return token[..part.Index] + Mutate(part.Value, random) + token[(part.Index + part.Length)..];
    }

    private static string MutateInteger(BigInteger value, string token, IRandom random)
    {
        // A number written without a sign is often a count, a size or an index, so it does not turn negative.
        var signed = token[0] is '-' or '+';
        BigInteger next = random.Next(6) switch
        {
            0 => value + 1,
            1 => value - 1,
            2 => value + 2 + random.Next(5),
            3 => value / 2,
            4 => value * 2,
            _ => signed ? -value : value + 3,
        };
        next = next == value ? value + 1 : next;
        return (next.Sign < 0 && !signed ? BigInteger.One : next).ToString(CultureInfo.InvariantCulture);
    }

    private static string MutateList(string token, IRandom random)
    {
        var items = token.Split(',').ToList();
        var at = random.Next(items.Count);
        switch (random.Next(3))
        {
            case 0 when items.Count > 1:
                items.RemoveAt(at);
                break;
            case 1:
                items.Insert(at, items[at].Length == 0 ? "" : Mutate(items[at], random));
                break;
            default:
                items[at] = items[at].Length == 0 ? "" : Mutate(items[at], random);
                break;
        }

        return string.Join(',', items);
    }

    private static string MutateWord(string word, IRandom random)
    {
        // A single letter is more often a command than a value.
        if (word.Length < 2)
        {
            return word;
        }

        var at = random.Next(word.Length);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => new string([.. word.Reverse()]),
            _ => word[..at] + Neighbour(word[at]) + word[(at + 1)..],
        };
    }

    private static char Neighbour(char c) => c switch
    {
        'z' => 'a',
        'Z' => 'A',
        '9' => '0',
        _ => (char)(c + 1),
    };

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Names();
}
