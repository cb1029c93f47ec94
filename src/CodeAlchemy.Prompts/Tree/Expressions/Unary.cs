using System.Numerics;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An operator before one operand.</summary>
internal sealed class Unary(UnaryOperator @operator, Expression operand, Span span) : Expression(span)
{
    public UnaryOperator Operator { get; } = @operator;

    public override IEnumerable<Node?> Children => [operand];

    public override object? Evaluate(RenderContext context) => Operator switch
    {
        UnaryOperator.Alias => operand.Reference(context),
        UnaryOperator.Not => !Conversions.ToBool(operand.Evaluate(context)),
        UnaryOperator.Expand => operand.Evaluate(context),
        _ => Number(operand.Evaluate(context), Operator == UnaryOperator.Negate, operand.Span),
    };

    /// <summary>A number, or its negative.</summary>
    public static object Number(object? value, bool negate, Span span) => value switch
    {
        int or double or float or long or decimal or BigInteger when !negate => value,
        int number => unchecked(-number),
        double number => -number,
        float number => -number,
        long number => unchecked(-number),
        decimal number => -number,
        BigInteger number => -number,
        _ => throw Faults.Error(span, $"{Names.Describe(value)} is not a number, so it has no sign.", "Convert a text with `string.to_int`."),
    };
}
