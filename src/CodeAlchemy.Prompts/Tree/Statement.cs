using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree;

/// <summary>Something that is done.</summary>
internal abstract class Statement(Span span) : Node(span)
{
    /// <summary>Whether its result is written.</summary>
    public virtual bool Writes => true;

    /// <summary>Does it; the result is what is left to be written or returned.</summary>
    public abstract object? Execute(RenderContext context);
}
