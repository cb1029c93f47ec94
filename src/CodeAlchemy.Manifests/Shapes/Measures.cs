using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>Sizes, durations and shares.</summary>
internal static partial class Measures
{
    private static readonly Dictionary<string, long> Bytes = new(StringComparer.Ordinal)
    {
        [""] = 1, ["B"] = 1,
        ["KiB"] = 1L << 10, ["MiB"] = 1L << 20, ["GiB"] = 1L << 30, ["TiB"] = 1L << 40,
        ["kB"] = 1_000, ["MB"] = 1_000_000, ["GB"] = 1_000_000_000, ["TB"] = 1_000_000_000_000,
    };

    private static readonly Dictionary<string, double> Seconds = new(StringComparer.Ordinal)
    {
        ["ms"] = 0.001, ["s"] = 1, ["m"] = 60, ["h"] = 3600,
    };

    /// <summary>Bytes: a number, or a number with a unit such as <c>512MiB</c>.</summary>
    public static Shape<long> Size(long least, long most)
    {
        return new ScalarShape<long>("a size such as 512MiB", Parse, () => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most },
                new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+(\\.[0-9]+)?\\s?([KMGT]iB|[kMGT]?B)?$" }),
        });

        ScalarFault? Parse(ScalarNode node, out long value)
        {
            value = 0;
            if (!TryMeasure(node.Text, out var number, out var unit) || !Bytes.TryGetValue(unit, out var factor))
            {
                return Unit(node, "a size in bytes, or with a unit: B, KiB, MiB, GiB, kB, MB or GB", "For example 512MiB.");
            }

            var bytes = Math.Round(number * factor);
            value = bytes >= long.MaxValue ? long.MaxValue : (long)bytes;
            return value < least || value > most
                ? ScalarFault.Range($"must be from {FormatSize(least)} to {FormatSize(most)}, not {node.Text}.")
                : null;
        }
    }

    /// <summary>A duration with its unit.</summary>
    public static Shape<TimeSpan> Duration(TimeSpan least, TimeSpan most)
    {
        return new ScalarShape<TimeSpan>("a duration such as 10s", Parse, () => new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = "^[0-9]+(\\.[0-9]+)?\\s?(ms|s|m|h)$",
        });

        ScalarFault? Parse(ScalarNode node, out TimeSpan value)
        {
            value = default;
            if (!TryMeasure(node.Text, out var number, out var unit) || !Seconds.TryGetValue(unit, out var factor))
            {
                return Unit(node, "a duration with a unit: ms, s, m or h", "For example 10s.");
            }

            value = TimeSpan.FromMilliseconds(Math.Min(Math.Round(number * factor * 1000), 1e12));
            return value < least || value > most
                ? ScalarFault.Range($"must be from {FormatDuration(least)} to {FormatDuration(most)}, not {node.Text}.")
                : null;
        }
    }

    /// <summary>A share from 0 to 1, or from 0% to 100%.</summary>
    public static Shape<double> Share { get; } = new ScalarShape<double>("a share such as 20%", ParseShare, () => new JsonObject
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
            new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]+(\\.[0-9]+)?\\s?%$" }),
    });

    /// <summary>A size as it is written: in the largest binary unit that divides it.</summary>
    public static string FormatSize(long bytes)
    {
        string[] units = ["", "KiB", "MiB", "GiB", "TiB"];
        var unit = 0;
        while (bytes != 0 && unit < units.Length - 1 && bytes % 1024 == 0)
        {
            bytes /= 1024;
            unit++;
        }

        return bytes.ToString(CultureInfo.InvariantCulture) + units[unit];
    }

    /// <summary>A duration as it is written: whole seconds where it can be, else milliseconds.</summary>
    public static string FormatDuration(TimeSpan duration)
    {
        var milliseconds = (long)duration.TotalMilliseconds;
        return milliseconds % 1000 == 0
            ? (milliseconds / 1000).ToString(CultureInfo.InvariantCulture) + "s"
            : milliseconds.ToString(CultureInfo.InvariantCulture) + "ms";
    }

    private static ScalarFault? ParseShare(ScalarNode node, out double value)
    {
        value = 0;
        if (!TryMeasure(node.Text, out var number, out var unit) || unit is not ("" or "%"))
        {
            return Unit(node, "a share from 0 to 1 or from 0% to 100%", "For example 20%.");
        }

        value = unit.Length == 0 ? number : number / 100;
        return value > 1 ? ScalarFault.Range($"must be from 0 to 1, or from 0% to 100%, not {node.Text}.") : null;
    }

    private static ScalarFault Unit(ScalarNode node, string expected, string remedy) =>
        ScalarFault.Bad($"must be {expected}, not '{Scalars.Shorten(node.Text)}'.", remedy);

    private static bool TryMeasure(string text, out double number, out string unit)
    {
        var match = Measure().Match(text);
        unit = match.Groups["unit"].Value;
        number = 0;
        return match.Success && Numbers.TryNumber(match.Groups["number"].Value, out number);
    }

    [GeneratedRegex(@"\A(?<number>[0-9]{1,18}(\.[0-9]{1,18})?) ?(?<unit>[A-Za-z%]{0,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();
}
