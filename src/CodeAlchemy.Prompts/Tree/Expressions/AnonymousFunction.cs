using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A function without a name: <c>do … end</c>.</summary>
internal sealed class AnonymousFunction(ScriptFunction function, Span span) : Expression(span)
{
    public override IEnumerable<Node?> Children => [function.Body];

    public ScriptFunction Function => function;

    public override object? Evaluate(RenderContext context) => function;
}
