using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A definition written as an assignment: <c>f(x) = x + 1</c>. The parser turns it into a statement.</summary>
internal sealed class InlineFunction(FunctionDefinition definition) : Expression(definition.Span)
{
    public FunctionDefinition Definition { get; } = definition;

    public override object? Evaluate(RenderContext context) => Definition.Execute(context);
}
