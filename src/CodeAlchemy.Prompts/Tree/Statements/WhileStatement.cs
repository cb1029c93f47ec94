using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary><c>while condition … end</c></summary>
internal sealed class WhileStatement(Expression condition, Block body, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [condition, body];

    public override object? Execute(RenderContext context)
    {
        Loops.Enter(context);
        var state = new LoopState(null, null);
        context.Scopes.SetLoopVariable("while", local: false, state);
        object? result = null;
        for (var index = 0; Turn(context); index++)
        {
            state.Index = index;
            result = body.Execute(context);
            if (!Loops.GoesOn(context))
            {
                break;
            }
        }

        Loops.Exit(context);
        return result;
    }

    private bool Turn(RenderContext context)
    {
        context.StepLoop(Span);
        return Conversions.ToBool(condition.Evaluate(context));
    }
}
