using System.Globalization;
using System.Numerics;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Mutation;

/// <summary>Changes one value as it is written in arguments or input, keeping its kind: an integer stays one, a list stays a list.</summary>
public static class TokenMutator
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

        return token.IndexOf(',') is > 0 and var comma && comma < token.Length - 1
            ? MutateList(token, random)
            : MutateWord(token, random);
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
        // Options, keywords and signs steer a program; only plain words are values.
        if (word.Length < 2 || !word.All(char.IsAsciiLetterOrDigit))
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
}
