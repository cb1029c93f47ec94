using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A number, a text, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class Literal(object? value, Span span) : Expression(span)
{
    public object? Value { get; } = value;

    public override object? Evaluate(RenderContext context) => Value;
}
