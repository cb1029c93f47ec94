using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A choice: <c>condition ? a : b</c>.</summary>
internal sealed class Conditional(Expression condition, Expression then, Expression otherwise, Span span) : Expression(span)
{
    public override IEnumerable<Node?> Children => [condition, then, otherwise];

    public override object? Evaluate(RenderContext context) =>
        (Conversions.ToBool(condition.Evaluate(context)) ? then : otherwise).Evaluate(context);
}
