using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An expression in parentheses. What is piped outside does not reach into it.</summary>
internal sealed class Nested(Expression inner, Span span) : Expression(span)
{
    public Expression Inner { get; } = inner;

    public override IEnumerable<Node?> Children => [Inner];

    public override object? Evaluate(RenderContext context)
    {
        context.Pipes.Push();
        var value = Inner.Evaluate(context);
        value = value is FunctionValue ? Calls.Call(context, this, value, piped: true, []) : value;
        context.Pipes.Pop();
        return value;
    }

    public override object? Reference(RenderContext context)
    {
        context.Pipes.Push();
        var value = Inner.Evaluate(context);
        context.Pipes.Pop();
        return value;
    }

    public override object? EvaluateTarget(RenderContext context)
    {
        var value = Inner.Evaluate(context);
        return value is FunctionValue ? Calls.Call(context, this, value, piped: false, []) : value;
    }

    public override void Assign(RenderContext context, object? value) => Inner.Assign(context, value);

    public override void MakeOptional() => Inner.MakeOptional();
}
