using System.Globalization;
using System.Numerics;
using System.Text;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An interpolated string: <c>$"text {expression}"</c>. Truth values are written in capitals there, as in Scriban.</summary>
internal sealed class Interpolation(IReadOnlyList<Expression> parts, Span span) : Expression(span)
{
    public override IEnumerable<Node?> Children => parts;

    public override object? Evaluate(RenderContext context)
    {
        var result = new StringBuilder();
        foreach (var part in parts)
        {
            context.Pipes.Push();
            var value = part.Evaluate(context);
            context.Pipes.Pop();
            result.Append(Text(value, part.Span));
            context.CheckLength(result.Length, Span);
        }

        return result.ToString();
    }

    private static string? Text(object? value, Span span) => value switch
    {
        null => null,
        string text => text,
        EmptyValue => string.Empty,
        bool or int or long or double or float or decimal or BigInteger or char => Convert.ToString(value, CultureInfo.InvariantCulture),
        CapturedText text => text.ToString(),
        _ => throw Faults.Unsupported(span, $"{Names.Describe(value)} in an interpolated string is not supported.", "Add it with `+`, or write it in a code block of its own."),
    };
}
