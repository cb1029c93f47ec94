using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Text.Tests;

/// <summary>
/// The slow way, written apart from the library: the pattern by .NET, merges by looking through the whole list. Right for text of the Basic
/// Multilingual Plane only, since .NET's classes see no others.
/// </summary>
internal sealed class NaiveBpe
{
    private readonly Regex _pattern;
    private readonly Dictionary<string, int> _vocabulary;
    private readonly Dictionary<(string, string), int> _ranks = [];

    public NaiveBpe(JsonNode file)
    {
        _pattern = new Regex((string)file["pre_tokenizer"]!["pretokenizers"]![0]!["pattern"]!["Regex"]!, RegexOptions.CultureInvariant);
        _vocabulary = file["model"]!["vocab"]!.AsObject().ToDictionary(pair => pair.Key, pair => (int)pair.Value!);
        foreach (var merge in file["model"]!["merges"]!.AsArray())
        {
            var parts = ((string)merge!).Split(' ');
            _ranks.Add((parts[0], parts[1]), _ranks.Count);
        }
    }

    public int[] Encode(string text) => [.. _pattern.Matches(text).SelectMany(match => Merge(match.Value))];

    private IEnumerable<int> Merge(string piece)
    {
        var parts = Encoding.UTF8.GetBytes(piece).Select(Spell).ToList();
        while (true)
        {
            var best = Enumerable.Range(0, Math.Max(0, parts.Count - 1))
                .Select(place => (rank: _ranks.GetValueOrDefault((parts[place], parts[place + 1]), int.MaxValue), place))
                .DefaultIfEmpty((int.MaxValue, 0)).Min();
            if (best.Item1 == int.MaxValue)
            {
                return parts.Select(part => _vocabulary[part]);
            }

            parts[best.Item2] += parts[best.Item2 + 1];
            parts.RemoveAt(best.Item2 + 1);
        }
    }

    private static string Spell(byte value)
    {
        if (value is (>= (byte)'!' and <= (byte)'~') or (>= 0xA1 and <= 0xAC) or >= 0xAE)
        {
            return ((char)value).ToString();
        }

        var before = Enumerable.Range(0, value).Count(other => other is <= 0x20 or (>= 0x7F and <= 0xA0) or 0xAD);
        return ((char)(0x100 + before)).ToString();
    }
}
