using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>A call: <c>target a b</c> or <c>target(a, b)</c>.</summary>
internal sealed class FunctionCall(Expression target, Expression[] arguments, bool isExplicit, Span span) : Expression(span)
{
    public Expression Target { get; } = target;

    public IReadOnlyList<Expression> Arguments => arguments;

    /// <summary>Whether it is written with parentheses.</summary>
    public bool IsExplicit { get; } = isExplicit;

    public override IEnumerable<Node?> Children => [Target, .. arguments];

    public override object? Evaluate(RenderContext context)
    {
        var function = Target.Reference(context)
            ?? throw Faults.Error(Target.Span, $"There is no function `{Target.Span.Text}`.", "Define it with `func`, or use a builtin function.");
        return Calls.Call(context, this, function, piped: true, arguments);
    }
}
