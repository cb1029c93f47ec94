using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Makes the members of an object variables: <c>import object</c>.</summary>
internal sealed class ImportStatement(Expression value, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [value];

    public override object? Execute(RenderContext context)
    {
        switch (value.Evaluate(context))
        {
            case null:
                return null;
            case BuiltinObject:
                throw Faults.Unsupported(value.Span, "Importing builtin functions is not supported.", "Call them by their full name.");
            case ObjectValue members:
                foreach (var name in members.Names.ToArray())
                {
                    context.Scopes.Current.TrySet(name, members.Get(name), !members.CanWrite(name));
                }

                return null;
            case var other:
                throw Faults.Error(value.Span, $"{Names.Describe(other)} is not an object, so it can't be imported.", "Import an object.");
        }
    }
}
