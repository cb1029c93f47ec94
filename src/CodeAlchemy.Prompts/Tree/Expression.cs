using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree;

/// <summary>Something that has a value.</summary>
internal abstract class Expression(Span span) : Node(span)
{
    /// <summary>The value; a function that is named is called.</summary>
    public abstract object? Evaluate(RenderContext context);

    /// <summary>The value; a function that is named is the value.</summary>
    public virtual object? Reference(RenderContext context) => Evaluate(context);

    /// <summary>The value as what stands left of a dot or bracket.</summary>
    public virtual object? EvaluateTarget(RenderContext context) =>
        Evaluate(context) is var value && value is FunctionValue ? Calls.Call(context, this, value, piped: false, []) : value;

    /// <summary>Sets the value.</summary>
    public virtual void Assign(RenderContext context, object? value) =>
        throw Faults.Error(Span, $"`{Span.Text}` can't be set.", "Set a variable, a member or an item.");

    /// <summary>Accepts that it isn't there, because what stands around it says what then.</summary>
    public virtual void MakeOptional()
    {
    }
}
