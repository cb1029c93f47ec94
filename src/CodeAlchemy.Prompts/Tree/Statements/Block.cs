using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Statements one after the other.</summary>
internal sealed class Block(BlockItem[] items, Span span) : Statement(span)
{
    public IReadOnlyList<BlockItem> Items => items;

    public override IEnumerable<Node?> Children => items.Select(i => i.Statement);

    public override object? Execute(RenderContext context)
    {
        object? result = null;
        var output = context.Output;
        var outer = output.Indent;
        foreach (var item in items)
        {
            context.Step(item.Statement.Span);
            output.Indent = item.Inherits ? outer : item.Indent;
            result = item.Statement.Execute(context);
            if (!item.Statement.Writes)
            {
                result = null;
            }
            else if (result is not null && context.Flow != Flow.Return)
            {
                context.Write(result, item.Statement.Span);
                result = null;
            }

            if (context.Flow != Flow.Next)
            {
                break;
            }
        }

        output.Indent = outer;
        return result;
    }
}
