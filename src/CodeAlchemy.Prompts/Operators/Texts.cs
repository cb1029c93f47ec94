using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>Operators with a text on either side.</summary>
internal static class Texts
{
    public static object? Calculate(RenderContext context, BinaryOperator op, object? left, object? right, Span span) => op switch
    {
        BinaryOperator.Add => Join(context, context.Text(left, span) ?? string.Empty, context.Text(right, span) ?? string.Empty, span),
        BinaryOperator.Multiply => right is string or char ? Repeat(context, right, left, span) : Repeat(context, left!, right, span),
        BinaryOperator.Equal => context.Text(left, span) == context.Text(right, span),
        BinaryOperator.NotEqual => context.Text(left, span) != context.Text(right, span),
        BinaryOperator.Less => Compare(context, left, right, span) < 0,
        BinaryOperator.LessOrEqual => Compare(context, left, right, span) <= 0,
        BinaryOperator.Greater => Compare(context, left, right, span) > 0,
        BinaryOperator.GreaterOrEqual => Compare(context, left, right, span) >= 0,
        _ => throw Faults.Error(span, $"The operator in `{span.Text}` is not defined for texts.", "Convert the text with `string.to_int` or `string.to_double`."),
    };

    private static int Compare(RenderContext context, object? left, object? right, Span span) =>
        string.CompareOrdinal(context.Text(left, span), context.Text(right, span));

    private static string Join(RenderContext context, string left, string right, Span span)
    {
        context.CheckLength((long)left.Length + right.Length, span);
        return left + right;
    }

    private static string Repeat(RenderContext context, object text, object? times, Span span)
    {
        int count;
        try
        {
            count = Conversions.ToInt(times, span);
        }
        catch (ProblemException)
        {
            throw Faults.Error(span, $"`{span.Text}` multiplies a text with something that is not an integer.", "Multiply a text with an integer.");
        }

        var part = context.Text(text, span) ?? string.Empty;
        if (count <= 0 || part.Length == 0)
        {
            return string.Empty;
        }

        context.CheckLength((long)part.Length * count, span);
        return new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
    }
}
