using System.Collections;
using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>The question <c>target.empty?</c>.</summary>
internal sealed class IsEmpty(Expression target, Span span) : PathExpression(span)
{
    public override IEnumerable<Node?> Children => [target];

    protected override object? Read(RenderContext context) => Emptiness.Of(target.EvaluateTarget(context), Span);
}
