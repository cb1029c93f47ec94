using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Keeps a variable from being set again: <c>readonly name</c>.</summary>
internal sealed class ReadOnlyStatement(Variable variable, Span span) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        context.Scopes.Protect(variable.Name, variable.IsLocal);
        return null;
    }
}
