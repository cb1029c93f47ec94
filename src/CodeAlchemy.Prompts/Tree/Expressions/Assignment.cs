using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary><c>target = value</c>, or with an operator <c>target += value</c>.</summary>
internal sealed class Assignment(Expression target, BinaryOperator? @operator, Expression value, Span span) : Expression(span)
{
    public Expression Target { get; } = target;

    public override IEnumerable<Node?> Children => [Target, value];

    public override object? Evaluate(RenderContext context)
    {
        var result = value.Evaluate(context);
        if (@operator is { } op)
        {
            result = Calculator.Calculate(context, op, Target.Evaluate(context), result, Span);
        }

        Target.Assign(context, result);
        return null;
    }
}
