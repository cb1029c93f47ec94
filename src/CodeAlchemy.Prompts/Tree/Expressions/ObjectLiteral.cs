using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>An object: <c>{a: 1, b: 2}</c>. A member sees those before it.</summary>
internal sealed class ObjectLiteral(IReadOnlyList<(string Name, Expression Value)> members, Span span) : Expression(span)
{
    public override IEnumerable<Node?> Children => members.Select(m => m.Value);

    public IEnumerable<string> Names => members.Select(m => m.Name);

    public override object? Evaluate(RenderContext context)
    {
        var result = new ObjectValue();
        context.Scopes.PushMembers(result);
        foreach (var (name, value) in members)
        {
            if (name.Length == 0)
            {
                throw Faults.Error(Span, "A member of an object has no name.", "Name it.");
            }

            result.TrySet(name, value.Evaluate(context));
        }

        context.Scopes.PopMembers();
        return result;
    }
}
