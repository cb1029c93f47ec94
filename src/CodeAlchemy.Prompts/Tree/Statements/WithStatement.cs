using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Makes the members of an object the variables of its body: <c>with object … end</c>.</summary>
internal sealed class WithStatement(Expression target, Block body, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [target, body];

    public override object? Execute(RenderContext context)
    {
        var value = target.EvaluateTarget(context);
        if (value is not ObjectValue members || value is BuiltinObject)
        {
            throw value is ListValue or BuiltinObject
                ? Faults.Unsupported(target.Span, $"`with` over `{target.Span.Text}` is not supported.", "Use an object.")
                : Faults.Error(target.Span, $"{Names.Describe(value)} is not an object, so `with` can't use its members.", "Use an object.");
        }

        context.Scopes.PushGlobal(members);
        var result = body.Execute(context);
        context.Scopes.PopGlobal();
        return result;
    }
}
