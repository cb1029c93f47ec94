using System.Collections.Frozen;
using System.Globalization;

namespace CodeAlchemy.Text.Tokens.Normalizing;

/// <summary>Decompositions, compositions and combining classes of Unicode, from the table beside this file. Read once, immutable.</summary>
internal static class CanonicalData
{
    /// <summary>Character → its full canonical decomposition.</summary>
    public static FrozenDictionary<int, int[]> Decompositions { get; }

    /// <summary>First and second character → the character that they compose to.</summary>
    public static FrozenDictionary<(int First, int Second), int> Compositions { get; }

    /// <summary>Combining classes other than 0.</summary>
    public static FrozenDictionary<int, byte> Classes { get; }

    static CanonicalData()
    {
        var parts = new Dictionary<int, int[]>();
        var compositions = new Dictionary<(int, int), int>();
        var classes = new Dictionary<int, byte>();
        var inClasses = false;
        foreach (var line in Lines())
        {
            var words = line.Split(' ');
            if (line[0] is '#' or '[')
            {
                inClasses = line == "[classes]";
            }
            else if (inClasses)
            {
                AddClass(classes, words);
            }
            else
            {
                var (character, left) = (Hexadecimal(words[0]), words[1..].Where(word => word != "!").Select(Hexadecimal).ToArray());
                parts.Add(character, left);
                if (words[^1] != "!")
                {
                    compositions.Add((left[0], left[1]), character);
                }
            }
        }

        Decompositions = parts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.SelectMany(part => Full(parts, part)).ToArray());
        Compositions = compositions.ToFrozenDictionary();
        Classes = classes.ToFrozenDictionary();
    }

    private static IEnumerable<int> Full(Dictionary<int, int[]> parts, int character) =>
        parts.TryGetValue(character, out var further) ? further.SelectMany(part => Full(parts, part)) : [character];

    private static void AddClass(Dictionary<int, byte> classes, string[] words)
    {
        foreach (var range in words.Skip(1).Select(word => word.Split('-')))
        {
            for (var character = Hexadecimal(range[0]); character <= Hexadecimal(range[^1]); character++)
            {
                classes.Add(character, byte.Parse(words[0], CultureInfo.InvariantCulture));
            }
        }
    }

    private static int Hexadecimal(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(CanonicalData).Assembly.GetManifestResourceStream("canonical.txt")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
