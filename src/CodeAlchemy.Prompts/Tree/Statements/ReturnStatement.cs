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

        // A sequence that is computed on the way would look for the variables of the function when they are gone.
        result = result is RangeValue range ? new ListValue(range) : result;
        context.Flow = Flow.Return;
        return result;
    }
}
