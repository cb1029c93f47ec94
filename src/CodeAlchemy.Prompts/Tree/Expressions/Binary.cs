using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An operator between two operands.</summary>
internal sealed class Binary(BinaryOperator @operator, Expression left, Expression right, Span span) : Expression(span)
{
    public override IEnumerable<Node?> Children => [left, right];

    public override object? Evaluate(RenderContext context)
    {
        var value = left.Evaluate(context);
        return @operator switch
        {
            BinaryOperator.And => Conversions.ToBool(value) && Conversions.ToBool(right.Evaluate(context)),
            BinaryOperator.Or => Conversions.ToBool(value) || Conversions.ToBool(right.Evaluate(context)),
            _ => Calculator.Calculate(context, @operator, value, right.Evaluate(context), Span),
        };
    }
}
