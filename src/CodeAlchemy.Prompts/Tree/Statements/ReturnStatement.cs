using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Ends the function or template with a value: <c>ret value</c>.</summary>
internal sealed class ReturnStatement(Expression? value, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [value];

    public override object? Execute(RenderContext context)
    {
        var result = value?.Evaluate(context);

        // A sequence that is computed on the way would look for the variables of the function when they are gone. Scriban counts
        // the items first, so that functions in it run twice.
        if (result is RangeValue range)
        {
            var items = new ListValue(range);
            result = items.Count == 0 ? items : new ListValue(range);
        }

        context.Flow = Flow.Return;
        return result;
    }
}
