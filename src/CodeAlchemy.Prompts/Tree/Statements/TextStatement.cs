using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Text that is written as it is.</summary>
internal sealed class TextStatement(string text, Span span) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        context.WriteText(text, Span);
        return null;
    }
}
