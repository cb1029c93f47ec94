namespace CodeAlchemy.Prompts.Nodes;

/// <summary>Text that is written as it is.</summary>
internal sealed record TextNode(string Text) : TemplateNode
{
    public override void Render(RenderContext context) => context.Write(Text);
}
