using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary><c>break</c> and <c>continue</c>.</summary>
internal sealed class JumpStatement(Flow flow, Span span) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        if (context.OpenLoops == 0)
        {
            throw Faults.Error(Span, $"`{Span.Text}` stands outside of a loop.", "Use it inside `for` or `while`; `ret` ends a template.");
        }

        context.Flow = flow;
        return null;
    }
}
