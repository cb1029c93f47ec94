using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>Operators between dates and time spans.</summary>
internal static class Dates
{
    public static object Calculate(BinaryOperator op, object left, object right, Span span) => (left, right, op) switch
    {
        (DateTime a, DateTime b, BinaryOperator.Subtract) => a - b,
        (DateTime a, DateTime b, BinaryOperator.Less) => a < b,
        (DateTime a, DateTime b, BinaryOperator.LessOrEqual) => a <= b,
        (DateTime a, DateTime b, BinaryOperator.Greater) => a > b,
        (DateTime a, DateTime b, BinaryOperator.GreaterOrEqual) => a >= b,
        (DateTime a, TimeSpan b, BinaryOperator.Add) => a + b,
        (DateTime or TimeSpan, DateTime or TimeSpan, BinaryOperator.Equal) => left.Equals(right),
        (DateTime or TimeSpan, DateTime or TimeSpan, BinaryOperator.NotEqual) => !left.Equals(right),
        (bool flag, _, BinaryOperator.Equal) => flag,
        (_, bool flag, BinaryOperator.Equal) => flag,
        (bool flag, _, BinaryOperator.NotEqual) => !flag,
        (_, bool flag, BinaryOperator.NotEqual) => !flag,
        _ => throw Faults.Error(span, $"The operator in `{span.Text}` is not defined for these dates or time spans.", "Use the functions of `date`."),
    };
}
