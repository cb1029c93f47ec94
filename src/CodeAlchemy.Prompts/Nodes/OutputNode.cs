namespace CodeAlchemy.Prompts.Nodes;

/// <summary>Writes the value of an expression.</summary>
internal sealed record OutputNode(Expression Expression) : TemplateNode
{
    public override IEnumerable<Expression> Expressions => [Expression];

    public override void Render(RenderContext context) =>
        context.Write(ValueText.Of(Expression.Evaluate(context), Expression));
}
