using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>An expression that is written, or an assignment, which is not.</summary>
internal sealed class ExpressionStatement(Expression expression, Span span) : Statement(span)
{
    public override bool Writes => expression is not Assignment;

    public override IEnumerable<Node?> Children => [expression];

    public override object? Execute(RenderContext context) => expression.Evaluate(context) switch
    {
        Block wrapped => wrapped.Execute(context),
        ScriptFunction { Name: { } name } function => Define(context, name, function),
        var value => value,
    };

    // What names a function without calling it defines it once more under its own name, and writes nothing.
    private static object? Define(RenderContext context, Variable name, ScriptFunction function)
    {
        name.Assign(context, function);
        return null;
    }
}
