using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A variable: global (<c>name</c>) or local (<c>$name</c>).</summary>
internal sealed class Variable(string name, bool isLocal, Span span) : PathExpression(span)
{
    /// <summary>The name, without the dollar sign of a local one.</summary>
    public string Name { get; } = name;

    public bool IsLocal { get; } = isLocal;

    /// <summary>Whether it is <c>$$</c>, the body of a <c>wrap</c>.</summary>
    public bool IsBlock => IsLocal && Name == "$";

    public override void Assign(RenderContext context, object? value)
    {
        if (IsLocal)
        {
            context.Scopes.SetLocal(Name, value, Span);
        }
        else
        {
            context.Scopes.SetGlobal(Name, value, Span);
        }
    }

    protected override object? Read(RenderContext context)
    {
        if (IsLocal ? context.Scopes.TryGetLocal(Name, out var value) : context.Scopes.TryGetGlobal(Name, out value))
        {
            return value;
        }

        return Optional || !context.Strict
            ? null
            : throw Faults.Missing(Span, $"The variable `{Span.Text}`", Name, IsLocal ? [] : context.Scopes.Known);
    }
}
