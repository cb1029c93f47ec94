using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>The object that holds the variables.</summary>
internal sealed class This(Span span) : PathExpression(span)
{
    protected override object? Read(RenderContext context) => context.Scopes.Current;
}
