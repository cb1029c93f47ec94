using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An argument with a name: <c>name: value</c>; <c>true</c> without a value.</summary>
internal sealed class NamedArgument(string name, Expression? value, Span span) : Expression(span)
{
    public string Name { get; } = name;

    public Expression? Value { get; } = value;

    public override IEnumerable<Node?> Children => [Value];

    public override object? Evaluate(RenderContext context) => Value is null ? true : Value.Evaluate(context);
}
