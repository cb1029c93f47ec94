using System.Collections.Immutable;
using CodeAlchemy.Text.Tokens.Patterns;
using CodeAlchemy.Text.Tokens.Splitting;

namespace CodeAlchemy.Text.Tokens.Files;

/// <summary>Reads how a text is cut before merging.</summary>
internal static class SplitterReader
{
    private const string Types = "ByteLevel, Split, Digits, and a Sequence of these that ends with ByteLevel";

    /// <summary>The pattern that ByteLevel has built in, that of GPT-2.</summary>
    private static readonly Pattern ByteLevelPattern =
        Pattern.Parse(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+");

    /// <summary>The cuts in order.</summary>
    public static ImmutableArray<Splitter> Read(JsonPart part)
    {
        var steps = Flatten(part).ToArray();
        if (steps.Length == 0 || steps[^1].Type() != "ByteLevel")
        {
            throw part.Unsupported("doesn't end with ByteLevel", Types);
        }

        return [.. steps.SelectMany((step, index) => Step(step, index == steps.Length - 1))];
    }

    private static IEnumerable<JsonPart> Flatten(JsonPart part) =>
        part.IsNull ? [] : part.Type() == "Sequence" ? part["pretokenizers"].Items().SelectMany(Flatten) : [part];

    private static IEnumerable<Splitter> Step(JsonPart step, bool isLast) => step.Type() switch
    {
        "ByteLevel" when isLast => ByteLevel(step),
        "ByteLevel" => throw step.Unsupported("is a ByteLevel before the end", Types),
        "Split" => [Split(step)],
        "Digits" => [new DigitSplitter(step["individual_digits"].Flag(false))],
        var other => throw step.Unsupported($"is of the type '{other}'", Types),
    };

    private static IEnumerable<Splitter> ByteLevel(JsonPart step)
    {
        if (step["add_prefix_space"].Flag(true))
        {
            yield return new SpacePrefixer();
        }

        if (step["use_regex"].Flag(true))
        {
            yield return new PatternSplitter(ByteLevelPattern);
        }
    }

    private static PatternSplitter Split(JsonPart step)
    {
        var inverted = step["invert"].Flag(false);
        var kept = step["behavior"].Text() switch
        {
            "Isolated" => Kept.Matches | Kept.Others,
            "Removed" => inverted ? Kept.Matches : Kept.Others,
            var other => throw step["behavior"].Unsupported($"is '{other}'", "Isolated and Removed"),
        };
        var pattern = step["pattern"];
        var text = pattern["Regex"].IsNull ? Quote(pattern["String"]) : pattern["Regex"].Text();
        try
        {
            return new PatternSplitter(Pattern.Parse(text), kept);
        }
        catch (PatternProblem problem)
        {
            throw pattern.Unsupported(problem.Message, PatternParser.Supported);
        }
    }

    /// <summary>A pattern for a plain text.</summary>
    private static string Quote(JsonPart text) =>
        string.Concat(text.Text().EnumerateRunes().Select(rune => $"\\x{{{rune.Value:X}}}"));
}
