using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>Defines a function: <c>func name … end</c>.</summary>
internal sealed class FunctionDefinition(ScriptFunction function, Span span) : Statement(span)
{
    public ScriptFunction Function => function;

    public override IEnumerable<Node?> Children => [function.Body];

    public override object? Execute(RenderContext context)
    {
        function.Name!.Assign(context, function);
        return null;
    }
}
