using CodeAlchemy.Abstractions.Hosting;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>The scalar shapes that the documents are made of.</summary>
internal static class Scalars
{
    /// <summary>Any text, numbers and booleans included as they are written.</summary>
    public static Shape<string> Text { get; } = new ScalarShape<string>("text", AnyText, () => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") });

    /// <summary>Text that shows something; one line.</summary>
    public static Shape<string> Line { get; } = new ScalarShape<string>("one line of text", OneLine, () => new JsonObject { ["type"] = "string", ["minLength"] = 1 });

    /// <summary>True or false.</summary>
    public static Shape<bool> Boolean { get; } = new ScalarShape<bool>("true or false", Flag, () => Typed("boolean"));

    /// <summary>A regular expression of .NET.</summary>
    public static Shape<string> Regex { get; } = new ScalarShape<string>("a regular expression", Expression, () => new JsonObject { ["type"] = "string", ["format"] = "regex" });

    /// <summary>A range of versions.</summary>
    public static Shape<string> Versions { get; } = new ScalarShape<string>("a range of versions such as \">=1.0 <2.0\"", Range, () => new JsonObject { ["type"] = new JsonArray("string", "number") });

    /// <summary>Text that fits a pattern, written for people as <paramref name="rule"/>.</summary>
    public static Shape<string> Matching(string pattern, string rule)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return new ScalarShape<string>(rule, Parse, () => new JsonObject { ["type"] = new JsonArray("string", "number"), ["pattern"] = pattern });

        ScalarFault? Parse(ScalarNode node, out string value)
        {
            value = node.Text;
            return value.Length <= 200 && regex.IsMatch(value) ? null : ScalarFault.Bad($"must be {rule}, not '{Shorten(value)}'.");
        }
    }

    /// <summary>A whole number within bounds.</summary>
    public static Shape<long> Integer(long least, long most)
    {
        return new ScalarShape<long>("a whole number", Parse, () => new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most });

        ScalarFault? Parse(ScalarNode node, out long value) =>
            !node.TryInteger(out value) ? (IsWhole(node) ? ScalarFault.Range($"must be from {least} to {most}, not {Shorten(node.Text)}.") : ScalarFault.WrongType)
            : value < least || value > most ? ScalarFault.Range($"must be from {least} to {most}, not {value}.")
            : null;
    }

    /// <summary>A whole number within bounds.</summary>
    public static Shape<int> Count(int least, int most) => Integer(least, most).Map(value => (int)value);

    /// <summary>A number within bounds.</summary>
    public static Shape<double> Number(double least, double most)
    {
        return new ScalarShape<double>("a number", Parse, () => new JsonObject { ["type"] = "number", ["minimum"] = least, ["maximum"] = most });

        ScalarFault? Parse(ScalarNode node, out double value) =>
            !node.TryNumber(out value) ? ScalarFault.WrongType
            : value < least || value > most ? ScalarFault.Range(FormattableString.Invariant($"must be from {least} to {most}, not {Shorten(node.Text)}."))
            : null;
    }

    /// <summary>One of several words.</summary>
    public static Shape<string> OneOf(params string[] words)
    {
        var list = string.Join(", ", words);
        return new ScalarShape<string>($"one of {list}", Parse, () => new JsonObject { ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) });

        ScalarFault? Parse(ScalarNode node, out string value)
        {
            value = node.Text;
            var nearest = NearestName.Find(value, words);
            return words.Contains(value) ? null
                : ScalarFault.Bad($"must be {(words.Length == 1 ? list : $"one of {list}")}, not '{Shorten(value)}'.", nearest is null ? null : $"Did you mean '{nearest}'?", Suggestion.ReplaceBy(nearest));
        }
    }

    public static string Shorten(string text) => text.Length <= 60 ? text : text[..59] + "…";

    public static JsonObject Typed(string type) => new() { ["type"] = type };

    private static bool IsWhole(ScalarNode node) => node.TryNumber(out var number) && Math.Floor(number) == number && !node.Text.Contains('.', StringComparison.Ordinal);

    private static ScalarFault? AnyText(ScalarNode node, out string value)
    {
        value = node.Text;
        return value.Contains('\0') ? ScalarFault.Bad("must not hold a NUL character.") : null;
    }

    private static ScalarFault? OneLine(ScalarNode node, out string value)
    {
        value = node.Text;
        return string.IsNullOrWhiteSpace(value) ? ScalarFault.Bad("must not be empty.")
            : value.Any(char.IsControl) ? ScalarFault.Bad("must be one line of text.")
            : null;
    }

    private static ScalarFault? Flag(ScalarNode node, out bool value) =>
        node.TryBoolean(out value) ? null : ScalarFault.WrongType;

    private static ScalarFault? Range(ScalarNode node, out string value)
    {
        value = node.Text;
        return VersionRange.TryParse(value, out _) ? null
            : ScalarFault.Bad($"is not a range of versions: '{Shorten(value)}'.", "Write comparators separated by spaces, for example \">=1.0 <2.0\".");
    }

    private static ScalarFault? Expression(ScalarNode node, out string value)
    {
        value = node.Text;
        try
        {
            _ = new Regex(value, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return null;
        }
        catch (RegexParseException failure)
        {
            return ScalarFault.Bad($"is not a regular expression: {failure.Message}");
        }
    }
}
