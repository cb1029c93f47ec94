using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An item or a member by a computed key: <c>target[index]</c>. Negative indices count from the end.</summary>
internal sealed class Indexer(Expression target, Expression index, Span span) : PathExpression(span)
{
    public Expression Target { get; } = target;

    public Expression Index { get; } = index;

    public override IEnumerable<Node?> Children => [Target, Index];

    public override void Assign(RenderContext context, object? value)
    {
        var owner = Target.EvaluateTarget(context) ?? throw Null(Target, "is null, so it has no items.", "Set it first.");
        var key = Key(context);
        switch (owner)
        {
            case ListValue list when key is not string:
                SetItem(context, list, Conversions.ToInt(key, Index.Span), value);
                return;
            case ObjectValue or ListValue:
                if (!Members.TrySet(context, owner, context.Text(key, Index.Span) ?? string.Empty, value, Span))
                {
                    throw Faults.Error(Index.Span, $"The member `{Span.Text}` is read-only.", "Set a member of an object of your own.");
                }

                return;
            default:
                throw Faults.Error(Target.Span, $"{Names.Describe(owner)} has no items that can be set.", "Set an item of an array or a member of an object.");
        }
    }

    protected override object? Read(RenderContext context)
    {
        var owner = Target.EvaluateTarget(context);
        if (owner is null)
        {
            return HasConditional(Target) ? null : throw Null(Target, "is null, so it has no items.", "Write `?.` before the member that may be null.");
        }

        var key = Key(context);
        return owner switch
        {
            ListValue list when key is not string => Item(list, list.Count, Conversions.ToInt(key, Index.Span)),
            RangeValue range => ItemOf(range, Conversions.ToInt(key, Index.Span)),
            string text => CharacterOf(text, Conversions.ToInt(key, Index.Span)),
            ObjectValue or ListValue or PairValue or DateTime or TimeSpan or EmptyValue => MemberOf(context, owner, key),
            _ => throw Faults.Error(Target.Span, $"{Names.Describe(owner)} has no items.", "Index an array, a text or an object."),
        };
    }

    private static object? Item(ListValue list, int count, int index) => list[index < 0 ? count + index : index];

    private static object? ItemOf(RangeValue range, int index) => Item(new ListValue(range), range.Count(), index);

    private string? CharacterOf(string text, int index)
    {
        var position = index < 0 ? text.Length + index : index;
        return position < 0 ? null
            : position < text.Length ? text[position].ToString()
            : throw Faults.Error(Index.Span, $"The text has {text.Length} characters, so there is none at {index}.", "Check `string.size` first.");
    }

    private object? MemberOf(RenderContext context, object owner, object key)
    {
        var name = context.Text(key, Index.Span) ?? string.Empty;
        return Members.TryGet(context, owner, name, Span, out var value) || Optional || !context.Strict
            ? value
            : throw Faults.Missing(Index.Span, $"The member `{name}` of `{Target.Span.Text}`", name, Members.Keys(owner));
    }

    private object Key(RenderContext context) =>
        Index.Evaluate(context) ?? throw Null(Index, "is null, so it names no item.", "Use a number or a text.");

    private void SetItem(RenderContext context, ListValue list, int index, object? value)
    {
        var position = index < 0 ? list.Count + index : index;
        if (position < 0)
        {
            return;
        }

        if (position >= list.Count)
        {
            context.EnterLoop();
            context.StepLoop(Index.Span, position - list.Count + 1L);
            context.ExitLoop();
        }

        list[position] = value;
    }

    private static ProblemException Null(Expression what, string problem, string remedy) =>
        Faults.Value(what.Span, $"`{what.Span.Text}` {problem}", remedy);

    private static bool HasConditional(Expression expression) => expression switch
    {
        Member member => member.Conditional || HasConditional(member.Target),
        Indexer indexer => HasConditional(indexer.Target),
        Nested nested => HasConditional(nested.Inner),
        _ => false,
    };
}
