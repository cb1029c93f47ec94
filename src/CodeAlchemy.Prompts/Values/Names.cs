using System.Numerics;

namespace CodeAlchemy.Prompts.Values;

/// <summary>Names of kinds of values, for messages and for the functions that tell them.</summary>
internal static class Names
{
    /// <summary>The value as a message calls it.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => text.Length <= 40 ? $"The text \"{text}\"" : "The text",
        bool flag => flag ? "true" : "false",
        ListValue or RangeValue => "An array",
        ObjectValue => "An object",
        FunctionValue => "A function",
        CapturedText => "A captured text",
        EmptyValue => "empty",
        DateTime => "A date",
        TimeSpan => "A time span",
        _ => $"The number {Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)}",
    };

    /// <summary>What <c>object.typeof</c> tells.</summary>
    public static string? Type(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        int or long or double or float or decimal or BigInteger or char => "number",
        RangeValue => "iterator",
        ListValue => "array",
        _ => "object",
    };

    /// <summary>What <c>object.kind</c> tells, or <see langword="null"/> for kinds it is not known of.</summary>
    public static string? Kind(object? value) => value switch
    {
        string => "string",
        bool => "bool",
        int => "int",
        long => "long",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        RangeValue => "range",
        ListValue => "array",
        ObjectValue => "object",
        DateTime => "DateTime",
        TimeSpan => "TimeSpan",
        char => "Char",
        _ => null,
    };
}
