using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c>, <c>x--</c>.</summary>
internal sealed class Increment(Expression target, int step, bool after, Span span) : Expression(span)
{
    public Expression Target { get; } = target;

    public override IEnumerable<Node?> Children => [Target];

    public override object? Evaluate(RenderContext context)
    {
        var value = Unary.Number(Target.Evaluate(context), negate: false, Target.Span);
        var next = Calculator.Calculate(context, BinaryOperator.Add, value, step, Target.Span);
        Target.Assign(context, next);
        return after ? value : next;
    }
}
