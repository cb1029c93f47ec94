using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary><c>if … else if … else … end</c></summary>
internal sealed class IfStatement(Expression condition, Block then, Statement? otherwise, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [condition, then, otherwise];

    public override object? Execute(RenderContext context) =>
        Conversions.ToBool(condition.Evaluate(context)) ? then.Execute(context) : otherwise?.Execute(context);
}
