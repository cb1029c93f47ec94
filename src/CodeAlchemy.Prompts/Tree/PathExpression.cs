using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree;

/// <summary>A variable, a member, an item: what can be read and set.</summary>
internal abstract class PathExpression(Span span) : Expression(span)
{
    /// <summary>Whether it may be missing although variables are strict.</summary>
    protected bool Optional { get; private set; }

    public sealed override object? Evaluate(RenderContext context)
    {
        var value = Read(context);
        return value is FunctionValue ? Calls.Call(context, this, value, piped: true, []) : value;
    }

    public sealed override object? Reference(RenderContext context) => Read(context);

    public sealed override object? EvaluateTarget(RenderContext context)
    {
        var value = Read(context);
        return value is FunctionValue ? Calls.Call(context, this, value, piped: false, []) : value;
    }

    public override void MakeOptional() => Optional = true;

    /// <summary>The value as it is stored.</summary>
    protected abstract object? Read(RenderContext context);
}
