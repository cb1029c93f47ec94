using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>Whether a value is empty, and comparisons with <c>empty</c>.</summary>
internal static class Emptiness
{
    /// <summary>True for what has no items or members, false for what has and for numbers, null for null.</summary>
    public static object? Of(object? value, Span span) => value switch
    {
        null => null,
        string text => text.Length == 0,
        ListValue list => list.Count == 0,
        IEnumerable<object?> items => !items.Any(),
        _ when Conversions.IsPrimitive(value) => false,
        _ => throw Faults.Unsupported(span, $"{Names.Describe(value)} can't be asked whether it is empty.", "Compare it with a text or with null."),
    };

    /// <summary>An operator of which one side, or both, is <c>empty</c>.</summary>
    public static object? Calculate(BinaryOperator op, object left, object right, Span span)
    {
        if (left is EmptyValue && right is EmptyValue)
        {
            return op switch
            {
                BinaryOperator.Equal or BinaryOperator.GreaterOrEqual or BinaryOperator.LessOrEqual => true,
                BinaryOperator.NotEqual or BinaryOperator.Greater or BinaryOperator.Less => false,
                _ => EmptyValue.Instance,
            };
        }

        var empty = Of(left is EmptyValue ? right : left, span);
        return op switch
        {
            BinaryOperator.Equal or BinaryOperator.GreaterOrEqual or BinaryOperator.LessOrEqual => empty,
            BinaryOperator.NotEqual => empty is bool flag ? !flag : empty,
            BinaryOperator.Greater or BinaryOperator.Less => false,
            BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight =>
                throw Faults.Error(span, "`empty` can't be shifted.", "Use `array.add`."),
            _ => EmptyValue.Instance,
        };
    }
}
