using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An array: <c>[a, b]</c>.</summary>
internal sealed class ArrayLiteral(IReadOnlyList<Expression> items, Span span) : Expression(span)
{
    public override IEnumerable<Node?> Children => items;

    public override object? Evaluate(RenderContext context)
    {
        var list = new ListValue(items.Count);
        foreach (var item in items)
        {
            list.Add(item.Evaluate(context));
        }

        return list;
    }
}
