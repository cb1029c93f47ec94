using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>Operators between integers.</summary>
[SuppressMessage("Performance", "CA1859", Justification = "Which kind of number is boxed is what these methods decide.")]
internal static class Integers
{
    private const int MostBits = 1 << 20;

    public static object Calculate(RenderContext context, BinaryOperator op, int left, int right, Span span) => op switch
    {
        BinaryOperator.Add => FitLong((long)left + right),
        BinaryOperator.Subtract => FitLong((long)left - right),
        BinaryOperator.Multiply => FitLong((long)left * right),
        BinaryOperator.Divide => (double)left / right,
        BinaryOperator.DivideRound => FitLong((long)left / right),
        BinaryOperator.Modulus => (int)((long)left % right),
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => Calculate(context, op, new BigInteger(left), right, span),
    };

    public static object Calculate(RenderContext context, BinaryOperator op, BigInteger left, BigInteger right, Span span) => op switch
    {
        BinaryOperator.Add => Fit(left + right),
        BinaryOperator.Subtract => Fit(left - right),
        BinaryOperator.Multiply => Fit(Product(left, right, span)),
        BinaryOperator.Divide => (double)left / (double)right,
        BinaryOperator.DivideRound => Fit(left / right),
        BinaryOperator.Modulus => Fit(left % right),
        BinaryOperator.ShiftLeft => Fit(left << Shift(right, span)),
        BinaryOperator.ShiftRight => Fit(left >> Shift(right, span)),
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        BinaryOperator.RangeInclude => Range(context, left, right, includeEnd: true, span),
        BinaryOperator.RangeExclude => Range(context, left, right, includeEnd: false, span),
        _ => throw Faults.Error(span, $"The operator in `{span.Text}` is not defined for integers.", "Use another operator."),
    };

    private static object FitLong(long value) => value == (int)value ? (object)(int)value : value;

    private static object Fit(BigInteger value) =>
        value >= int.MinValue && value <= int.MaxValue ? (object)(int)value
        : value >= long.MinValue && value <= long.MaxValue ? (object)(long)value
        : value;

    private static BigInteger Product(BigInteger left, BigInteger right, Span span) =>
        left.GetBitLength() + right.GetBitLength() <= MostBits
            ? left * right
            : throw Faults.Limit(span, $"The number has more than {MostBits} bits.", "Calculate with smaller numbers.");

    private static int Shift(BigInteger by, Span span) =>
        BigInteger.Abs(by) <= MostBits ? (int)by : throw Faults.Error(span, $"A number can be shifted by at most {MostBits} bits.", "Shift by less.");

    private static RangeValue Range(RenderContext context, BigInteger left, BigInteger right, bool includeEnd, Span span)
    {
        var items = BigInteger.Abs(right - left) + (includeEnd ? 1 : 0);
        if (!context.AllowsRange(items))
        {
            throw Faults.Limit(span, $"The range `{span.Text}` has more items than a loop may have turns.", "Use a shorter range.");
        }

        return new RangeValue(Count(left, left < right ? BigInteger.One : BigInteger.MinusOne, (long)items));
    }

    private static IEnumerable<object?> Count(BigInteger from, BigInteger step, long items)
    {
        for (long i = 0; i < items; i++)
        {
            yield return Fit(from + (step * i));
        }
    }
}
