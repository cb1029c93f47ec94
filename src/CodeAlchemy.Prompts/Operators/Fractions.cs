using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>Operators between numbers with fractions.</summary>
internal static class Fractions
{
    public static object Calculate(BinaryOperator op, double left, double right, Span span) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideRound => Math.Round(left / right),
        BinaryOperator.Modulus => left % right,
        BinaryOperator.ShiftLeft => left * Math.Pow(2, right),
        BinaryOperator.ShiftRight => left / Math.Pow(2, right),
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw Undefined(span),
    };

    public static object Calculate(BinaryOperator op, float left, float right, Span span) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideRound when Math.Abs(left / right) < int.MaxValue => (float)(int)(left / right),
        BinaryOperator.DivideRound => throw Faults.Unsupported(span, $"`{span.Text}` rounds a number beyond 32 bits.", "Write the number without `f`."),
        BinaryOperator.Modulus => left % right,
        BinaryOperator.ShiftLeft => left * (float)Math.Pow(2, right),
        BinaryOperator.ShiftRight => left / (float)Math.Pow(2, right),
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw Undefined(span),
    };

    public static object Calculate(BinaryOperator op, decimal left, decimal right, Span span) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideRound => Math.Round(left / right),
        BinaryOperator.Modulus => left % right,
        BinaryOperator.ShiftLeft => left * (decimal)Math.Pow(2, (double)right),
        BinaryOperator.ShiftRight => left / (decimal)Math.Pow(2, (double)right),
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw Undefined(span),
    };

    private static ProblemException Undefined(Span span) =>
        Faults.Error(span, $"The operator in `{span.Text}` is not defined for numbers with a fraction.", "Use integers for ranges.");
}
