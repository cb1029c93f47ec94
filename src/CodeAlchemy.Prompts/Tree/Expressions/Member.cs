using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A member: <c>target.name</c>, or <c>target?.name</c>, which is null where the target is.</summary>
internal sealed class Member(Expression target, string name, bool conditional, Span span) : PathExpression(span)
{
    public Expression Target { get; } = target;

    public string Name { get; } = name;

    public bool Conditional { get; } = conditional;

    public override IEnumerable<Node?> Children => [Target];

    public override void Assign(RenderContext context, object? value)
    {
        var owner = Target.EvaluateTarget(context);
        if (owner is null || !Members.TrySet(context, owner, Name, value, Span))
        {
            throw Faults.Error(
                Span, owner is null ? $"`{Target.Span.Text}` is null, so its member `{Name}` can't be set." : $"The member `{Span.Text}` is read-only.",
                owner is null ? $"Set it first: `{Target.Span.Text} = {{}}`." : "Set a member of an object of your own.");
        }
    }

    protected override object? Read(RenderContext context)
    {
        var owner = Target.EvaluateTarget(context);
        if (owner is null)
        {
            return Conditional ? null : throw Faults.Value(
                Span, $"`{Target.Span.Text}` is null, so it has no member `{Name}`.", $"Write `{Target.Span.Text}?.{Name}` where it may be null.");
        }

        if (Members.TryGet(context, owner, Name, Span, out var value) || Optional || !context.Strict)
        {
            return value;
        }

        throw owner is ObjectValue or ListValue
            ? Faults.Missing(NameSpan, $"The member `{Span.Text}`", Name, owner is ObjectValue members ? members.Names : ["size"])
            : Faults.Value(NameSpan, $"{Names.Describe(owner)} has no members but `size`, so `{Span.Text}` can't be read.", "Pass an object for it, or name another variable.");
    }

    private Span NameSpan => Span with { Offset = Span.Offset + Span.Length - Name.Length, Length = Name.Length };
}
