using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Models.Structured;

internal sealed class AllRules(IReadOnlyList<SchemaRule> rules) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        foreach (var rule in rules)
        {
            rule.Check(value, place, errors);
        }
    }
}

internal sealed class NeverRule : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors) => errors.Add($"{place} is not allowed");
}

/// <summary>A rule that is filled in later, so that schemas can refer to themselves.</summary>
internal sealed class ReferenceRule : SchemaRule
{
    // Values are at most 64 deep; more references than this in each other are a schema that refers to nothing but itself.
    private const int Deepest = 500;

    [ThreadStatic]
    private static int _depth;

    public SchemaRule? Target { get; set; }

    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (_depth >= Deepest)
        {
            errors.Add($"{place} can't be checked: the schema refers to itself without end");
            return;
        }

        _depth++;
        Target!.Check(value, place, errors);
        _depth--;
    }
}

internal sealed class TypeRule(IReadOnlyList<string> types) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (!types.Any(type => Is(value, type)))
        {
            errors.Add($"{place} must be {string.Join(" or ", types)}, not {Name(value)}");
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && IsWhole(value),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind == JsonValueKind.Null,
    };

    private static bool IsWhole(JsonElement value) => value.TryGetInt64(out _) || (value.TryGetDouble(out var number) && Math.Floor(number) == number);

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}

internal sealed class EnumRule(IReadOnlyList<JsonElement> values) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (!values.Any(allowed => JsonElement.DeepEquals(allowed, value)))
        {
            errors.Add($"{place} must be {string.Join(" or ", values.Select(allowed => allowed.GetRawText()))}");
        }
    }
}

internal sealed class ObjectRule(
    IReadOnlyDictionary<string, SchemaRule> properties, IReadOnlyList<string> required, SchemaRule? others) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var name in required.Where(name => !value.TryGetProperty(name, out _)))
        {
            errors.Add($"{place} lacks '{name}'");
        }

        foreach (var property in value.EnumerateObject())
        {
            (properties.GetValueOrDefault(property.Name) ?? others)?.Check(property.Value, $"{place}.{property.Name}", errors);
        }
    }
}

internal sealed class ItemsRule(SchemaRule item) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var element in value.EnumerateArray())
            {
                item.Check(element, $"{place}[{index++}]", errors);
            }
        }
    }
}

/// <summary>A demand on a number that is taken from the value: its size, its length.</summary>
internal sealed class MeasureRule(Func<JsonElement, double?> measure, Func<double, bool> holds, string demand) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (measure(value) is { } number && !holds(number))
        {
            errors.Add($"{place} {demand}");
        }
    }
}

internal sealed class PatternRule(Regex pattern) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (value.ValueKind == JsonValueKind.String && !Matches(value.GetString()!))
        {
            errors.Add($"{place} must match the pattern {pattern}");
        }
    }

    private bool Matches(string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

internal sealed class UniqueRule : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var items = value.EnumerateArray().ToArray();
        if (items.Where((item, index) => items.Take(index).Any(earlier => JsonElement.DeepEquals(earlier, item))).Any())
        {
            errors.Add($"{place} must not hold an item twice");
        }
    }
}

/// <summary>So many of the alternatives must hold: one at least, or one exactly.</summary>
internal sealed class ChoiceRule(IReadOnlyList<SchemaRule> choices, bool exactly) : SchemaRule
{
    public override void Check(JsonElement value, string place, List<string> errors)
    {
        var holding = choices.Count(choice => Holds(choice, value, place));
        if (holding == 0)
        {
            errors.Add($"{place} fits none of the {choices.Count} alternatives");
            choices[0].Check(value, place, errors);
        }
        else if (exactly && holding > 1)
        {
            errors.Add($"{place} fits {holding} alternatives; it must fit exactly one");
        }
    }
}
