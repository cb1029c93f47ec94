using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A pipe: <c>value | function</c>.</summary>
internal sealed class Pipe(Expression from, Expression to, Span span) : Expression(span)
{
    public Expression From { get; } = from;

    public Expression To { get; } = to;

    public override IEnumerable<Node?> Children => [From, To];

    public override object? Evaluate(RenderContext context)
    {
        var starts = context.Pipes.Current is null;
        if (starts)
        {
            context.Pipes.Push();
        }

        var pipe = context.Pipes.Current!;
        pipe.Push(From);
        var result = To.Evaluate(context);
        if (result is FunctionValue && Waits(pipe))
        {
            result = Calls.Call(context, To, result, piped: true, []);
        }

        if (Waits(pipe))
        {
            throw Faults.Error(To.Span, $"`{To.Span.Text}` does not take what is piped into it.", "Pipe into a function, for example `| string.upcase`.");
        }

        if (starts)
        {
            context.Pipes.Pop();
        }

        return result;
    }

    private bool Waits(Stack<Expression> pipe) => pipe.TryPeek(out var next) && ReferenceEquals(next, From);
}
