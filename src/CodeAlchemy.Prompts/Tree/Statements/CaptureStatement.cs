using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Stores what its body writes: <c>capture name … end</c>.</summary>
internal sealed class CaptureStatement(Expression target, Block body, Span span) : Statement(span)
{
    public Expression Target => target;

    public override IEnumerable<Node?> Children => [target, body];

    public override object? Execute(RenderContext context)
    {
        context.Output.Push();
        body.Execute(context);
        target.Assign(context, new CapturedText(context.Output.Pop()));
        return null;
    }
}
