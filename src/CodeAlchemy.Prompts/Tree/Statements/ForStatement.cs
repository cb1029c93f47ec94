using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary><c>for item in items limit:n offset:n reversed … else … end</c></summary>
internal sealed class ForStatement(
    Expression variable, Expression iterator, IReadOnlyList<NamedArgument> arguments, Block body, Block? otherwise, Span span) : Statement(span)
{
    public Expression Variable => variable;

    public Expression Iterator => iterator;

    public override IEnumerable<Node?> Children => [variable, iterator, .. arguments, body, otherwise];

    public override object? Execute(RenderContext context)
    {
        Loops.Enter(context);
        object? result;
        try
        {
            result = Run(context);
        }
        catch (InvalidOperationException)
        {
            const string message = "The array or object that the loop runs over is changed in the loop.";
            const string remedy = "Collect the changes in another variable.";
            throw arguments.Count == 0 ? Faults.Error(Span, message, remedy) : Faults.Unsupported(Span, message, remedy);
        }

        Loops.Exit(context);
        return result;
    }

    private object? Run(RenderContext context)
    {
        var value = iterator.Evaluate(context);
        if (value is null)
        {
            return null;
        }

        var items = Conversions.Sequence(value)
            ?? throw Faults.Error(iterator.Span, $"{Names.Describe(value)} can't be looped over.", "Loop over an array, a range, an object or a text.");
        items = Choose(context, items);
        using var enumerator = items.GetEnumerator();
        var state = new LoopState(items, enumerator);
        context.Scopes.SetLoopVariable("for", local: false, state);
        return enumerator.MoveNext() ? Turns(context, enumerator, state) : otherwise?.Execute(context);
    }

    private object? Turns(RenderContext context, IEnumerator<object?> enumerator, LoopState state)
    {
        object? previous = null;
        for (var index = 0; ; index++)
        {
            context.StepLoop(Span);
            state.Next();
            var item = enumerator.Current;
            state.Index = index;
            state.Changed = index == 0 || !Equals(previous, item);
            SetVariable(context, item);
            var result = body.Execute(context);
            var isLast = state.IsLast();
            if (!Loops.GoesOn(context) || isLast)
            {
                return result;
            }

            previous = item;
        }
    }

    private void SetVariable(RenderContext context, object? item)
    {
        if (variable is Variable simple)
        {
            context.Scopes.SetLoopVariable(simple.Name, simple.IsLocal, item);
        }
        else
        {
            variable.Assign(context, item);
        }
    }

    private IEnumerable<object?> Choose(RenderContext context, IEnumerable<object?> items)
    {
        int offset = 0, limit = 0;
        var reversed = false;
        foreach (var argument in arguments)
        {
            switch (argument.Name)
            {
                case "offset":
                    offset = Number(context, argument);
                    break;
                case "limit":
                    limit = Number(context, argument);
                    break;
                case "reversed":
                    reversed = true;
                    break;
                default:
                    throw Faults.Error(argument.Span, $"A loop has no argument `{argument.Name}`.", "Known are `limit`, `offset` and `reversed`; put a function call in parentheses.");
            }
        }

        items = offset > 0 ? items.Skip(offset) : items;
        items = reversed ? items.Reverse() : items;
        return limit > 0 ? items.Take(limit) : items;
    }

    private static int Number(RenderContext context, NamedArgument argument) =>
        argument.Value is { } value
            ? Conversions.ToInt(value.Evaluate(context), value.Span)
            : throw Faults.Error(argument.Span, $"`{argument.Name}` needs a number.", $"Write `{argument.Name}: 3`.");
}
