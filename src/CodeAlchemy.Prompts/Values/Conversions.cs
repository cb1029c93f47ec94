using System.Collections;
using System.Globalization;
using System.Numerics;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Values;

/// <summary>Conversions between values. Everything but null, false and <c>empty</c> is true: 0 and "" are true.</summary>
internal static class Conversions
{
    public static bool ToBool(object? value) => value switch
    {
        null or EmptyValue => false,
        bool flag => flag,
        _ => true,
    };

    public static int ToInt(object? value, Span span)
    {
        try
        {
            return value switch
            {
                null => 0,
                int number => number,
                BigInteger big => (int)big,
                string or bool or char or long or double or float or decimal => Convert.ToInt32(value, CultureInfo.InvariantCulture),
                _ => throw new InvalidCastException(),
            };
        }
        catch (Exception e) when (e is OverflowException or FormatException or InvalidCastException)
        {
            throw Faults.Error(span, $"{Names.Describe(value)} is not an integer that fits 32 bits.", "Convert a text with `string.to_int` and check the value first.");
        }
    }

    public static double ToDouble(object? value, Span span) => value switch
    {
        null => 0,
        double number => number,
        BigInteger big => (double)big,
        int or long or float or decimal or bool => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => throw Faults.Error(span, $"{Names.Describe(value)} is not a number.", "Convert a text with `string.to_double`."),
    };

    /// <summary>The items of something that can be looped over, or <see langword="null"/> when it is nothing of the kind.</summary>
    public static IEnumerable<object?>? Sequence(object? value) => value switch
    {
        string text => text.Select(c => (object?)c),
        IEnumerable<object?> items => items,
        _ => null,
    };

    public static bool IsPrimitive(object? value) => value is int or long or double or float or decimal or BigInteger or bool or char;

    /// <summary>Converts an argument.</summary>
    public static object? To(ValueKind kind, object? value, Span span, RenderContext context) => kind switch
    {
        ValueKind.Any => value,
        ValueKind.Text => value as string ?? context.Text(value, span),
        ValueKind.Int => ToInt(value, span),
        ValueKind.OptionalInt => value is null ? null : ToInt(value, span),
        ValueKind.Bool => ToBool(value),
        ValueKind.Double => ToDouble(value, span),
        ValueKind.Sequence => value is null or string or IEnumerable<object?> ? value : throw Wrong(value, "something to loop over", span),
        ValueKind.List => value switch
        {
            null or ListValue => value,
            _ when Sequence(value) is { } items => new ListValue(items),
            _ => throw Wrong(value, "an array", span),
        },
        ValueKind.Object => value is null or ObjectValue ? value : throw Wrong(value, "an object", span),
        ValueKind.Date => value is DateTime ? value : throw Wrong(value, "a date", span),
        _ => value is null or DateTime ? value : throw Wrong(value, "a date", span),
    };

    private static ProblemException Wrong(object? value, string wanted, Span span) =>
        Faults.Error(span, $"{Names.Describe(value)} is not {wanted}.", $"Pass {wanted}.");
}
