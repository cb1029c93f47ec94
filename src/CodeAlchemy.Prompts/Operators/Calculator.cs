using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>Calculates what operators give. A text on either side makes both texts, null on either side gives null or false.</summary>
internal static class Calculator
{
    public static object? Calculate(RenderContext context, BinaryOperator op, object? left, object? right, Span span)
    {
        switch (op)
        {
            case BinaryOperator.Coalesce:
                return left ?? right;
            case BinaryOperator.NotNull:
                return left is null ? null : right;
            case var _ when left is string or char || right is string or char:
                return Texts.Calculate(context, op, left, right, span);
            case var _ when left is null || right is null:
                return WithNull(op, left, right);
            case var _ when left is EmptyValue || right is EmptyValue:
                return Emptiness.Calculate(op, left, right, span);
            case var _ when left is ListValue or RangeValue || right is ListValue or RangeValue:
                return Lists.Calculate(context, op, left, right, span);
            case var _ when left is DateTime or TimeSpan || right is DateTime or TimeSpan:
                return Dates.Calculate(op, left, right, span);
            default:
                return WithNumbers(context, op, left, right, span);
        }
    }

    /// <summary>Whether two values are equal, as <c>==</c> and <c>when</c> compare.</summary>
    public static bool AreEqual(RenderContext context, object? left, object? right, Span span) =>
        Calculate(context, BinaryOperator.Equal, left, right, span) is true;

    private static object? WithNull(BinaryOperator op, object? left, object? right) => op switch
    {
        BinaryOperator.Equal => left is null && right is null,
        BinaryOperator.NotEqual => left is not null || right is not null,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => false,
        _ => null,
    };

    private static object WithNumbers(RenderContext context, BinaryOperator op, object left, object right, Span span)
    {
        if (Numbers.TryCalculate(context, op, left, right, span) is { } result)
        {
            return result;
        }

        return op switch
        {
            BinaryOperator.Equal => left.Equals(right),
            BinaryOperator.NotEqual => !left.Equals(right),
            _ => throw Faults.Error(span, $"`{span.Text}` is not defined: {Names.Describe(left)} and {Names.Describe(right)} don't go together.", "Compare or add their members."),
        };
    }
}
