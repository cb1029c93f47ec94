using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Passes its body to a function, which writes it with <c>$$</c>: <c>wrap function … end</c>.</summary>
internal sealed class WrapStatement(Expression target, Block body, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [target, body];

    public override object? Execute(RenderContext context)
    {
        if (target is FunctionCall)
        {
            context.Wrapped.Push(body);
            return target.Evaluate(context);
        }

        var function = target.Reference(context);
        if (function is not FunctionValue)
        {
            throw Faults.Error(target.Span, $"`wrap` needs a function, and `{target.Span.Text}` is none.", "Name a function, with its arguments if it takes some.");
        }

        context.Wrapped.Push(body);
        return Calls.Call(context, this, function, piped: false, []);
    }
}
