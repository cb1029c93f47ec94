using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Filters;

/// <summary>Takes out files outside a range of bytes. Options: <c>atLeast</c>, <c>atMost</c>; bytes, or text such as <c>1MiB</c>.</summary>
internal sealed class SizeFilter
{
    public const string Stage = "size";
    public const string TooSmall = "too-small";
    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("kB", 1_000), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1),
    ];

    public SizeFilter(JsonObject options)
    {
        AtLeast = Bytes(options["atLeast"]) ?? 0;
        AtMost = Bytes(options["atMost"]) ?? long.MaxValue;
    }

    public long AtLeast { get; }

    public long AtMost { get; }

    public Removal? Check(long length)
    {
        if (length > AtMost)
        {
            return new(Stage, InputFate.Filtered, RejectReasons.TooLarge, $"{length} bytes; at most {AtMost} are allowed.");
        }

        return length < AtLeast
            ? new(Stage, InputFate.Filtered, TooSmall, $"{length} bytes; at least {AtLeast} are asked for.")
            : null;
    }

    private static long? Bytes(JsonNode? node)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        if (value.GetValueKind() == JsonValueKind.Number)
        {
            return (long)double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
        }

        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim() : string.Empty;
        var (unit, factor) = Units.FirstOrDefault(u => text.EndsWith(u.Unit, StringComparison.Ordinal), (string.Empty, 1));
        return decimal.TryParse(text[..^unit.Length], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? (long)(number * factor) : null;
    }
}
