using System.Globalization;
using System.Text.Json;

namespace CodeAlchemy.Models.Structured;

/// <summary>The keywords that compare a number with a bound.</summary>
internal static class SchemaMeasures
{
    public static SchemaRule? Rule(string keyword, JsonElement bound, string place) => keyword switch
    {
        "minimum" => Of(Number, bound, place, (value, least) => value >= least, "must be at least {0}"),
        "maximum" => Of(Number, bound, place, (value, most) => value <= most, "must be at most {0}"),
        "exclusiveMinimum" => Of(Number, bound, place, (value, below) => value > below, "must be more than {0}"),
        "exclusiveMaximum" => Of(Number, bound, place, (value, above) => value < above, "must be less than {0}"),
        "multipleOf" => Of(Number, bound, place, IsMultiple, "must be a multiple of {0}"),
        "minLength" => Of(Length, bound, place, (value, least) => value >= least, "must have at least {0} characters"),
        "maxLength" => Of(Length, bound, place, (value, most) => value <= most, "must have at most {0} characters"),
        "minItems" => Of(Items, bound, place, (value, least) => value >= least, "must have at least {0} items"),
        "maxItems" => Of(Items, bound, place, (value, most) => value <= most, "must have at most {0} items"),
        _ => null,
    };

    private static MeasureRule Of(Func<JsonElement, double?> measure, JsonElement bound, string place, Func<double, double, bool> holds, string demand)
    {
        if (bound.ValueKind != JsonValueKind.Number)
        {
            throw new SchemaException(place, "this must be a number");
        }

        var limit = bound.GetDouble();
        return new MeasureRule(measure, value => holds(value, limit), string.Format(CultureInfo.InvariantCulture, demand, limit));
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static double? Length(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()!.EnumerateRunes().Count() : null;

    private static double? Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : null;

    private static bool IsMultiple(double value, double of) => Math.Abs((value / of) - Math.Round(value / of)) < 1e-9;
}
