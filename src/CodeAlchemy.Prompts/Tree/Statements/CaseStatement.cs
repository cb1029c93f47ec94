using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary><c>case value when … else … end</c></summary>
internal sealed class CaseStatement(Expression value, Block body, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [value, body];

    public override object? Execute(RenderContext context)
    {
        context.Cases.Push(value.Evaluate(context));
        var result = body.Execute(context);
        context.Cases.Pop();
        return result;
    }
}
