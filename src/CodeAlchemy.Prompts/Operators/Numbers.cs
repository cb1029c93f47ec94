using System.Globalization;
using System.Numerics;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>
/// Operators between numbers. The wider kind decides: decimal, double, float, unlimited integer, 64 bits, 32 bits, truth value.
/// Integers never overflow: a result takes the smallest kind that holds it.
/// </summary>
internal static class Numbers
{
    /// <summary>The result, or <see langword="null"/> when neither side is a number or truth value.</summary>
    public static object? TryCalculate(RenderContext context, BinaryOperator op, object left, object right, Span span)
    {
        try
        {
            return (left, right) switch
            {
                (int a, int b) => Integers.Calculate(context, op, a, b, span),
                (decimal, _) or (_, decimal) => Fractions.Calculate(op, ToDecimal(left, span), ToDecimal(right, span), span),
                (double, _) or (_, double) => Fractions.Calculate(op, Conversions.ToDouble(left, span), Conversions.ToDouble(right, span), span),
                (float, _) or (_, float) => Fractions.Calculate(op, ToSingle(left, span), ToSingle(right, span), span),
                (BigInteger, _) or (_, BigInteger) => Integers.Calculate(context, op, ToBig(left, span), ToBig(right, span), span),
                (long, _) or (_, long) => Integers.Calculate(context, op, ToBig(left, span), ToBig(right, span), span),
                (int, _) or (_, int) => Integers.Calculate(context, op, Conversions.ToInt(left, span), Conversions.ToInt(right, span), span),
                (bool, _) or (_, bool) => Truth(op, Conversions.ToBool(left), Conversions.ToBool(right), span),
                _ => null,
            };
        }
        catch (ArithmeticException e)
        {
            throw Faults.Error(span, $"`{span.Text}` can't be calculated: {e.Message}", "Check the operands first.");
        }
    }

    private static bool Truth(BinaryOperator op, bool left, bool right, Span span) => op switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        _ => throw Faults.Error(span, $"The operator in `{span.Text}` is not defined for truth values.", "Use `&&`, `||`, `==` or `!=`."),
    };

    private static decimal ToDecimal(object value, Span span) => value switch
    {
        decimal number => number,
        int or long or double or float or bool => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => throw NoNumber(value, span),
    };

    private static float ToSingle(object value, Span span) => value switch
    {
        float number => number,
        BigInteger big => (float)big,
        int or long or bool => Convert.ToSingle(value, CultureInfo.InvariantCulture),
        _ => throw NoNumber(value, span),
    };

    private static BigInteger ToBig(object value, Span span) => value switch
    {
        BigInteger big => big,
        int number => number,
        long number => number,
        bool flag => flag ? 1 : 0,
        _ => throw NoNumber(value, span),
    };

    private static ProblemException NoNumber(object value, Span span) =>
        Faults.Error(span, $"{Names.Describe(value)} is not a number.", "Convert it, or compare its members.");
}
