namespace CodeAlchemy.Prompts.Nodes;

/// <summary>Something that writes text. Immutable, so that one tree serves many renderings at once.</summary>
internal abstract record TemplateNode
{
    /// <summary>Writes into the context.</summary>
    public abstract void Render(RenderContext context);

    /// <summary>The expressions in it, for tools.</summary>
    public virtual IEnumerable<Expression> Expressions => [];
}
