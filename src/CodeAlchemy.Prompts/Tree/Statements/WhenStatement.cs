using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>One branch of a <c>case</c>, and the branches behind it.</summary>
internal sealed class WhenStatement(IReadOnlyList<Expression> values, Block body, Statement? next, Span span) : Statement(span)
{
    public override IEnumerable<Node?> Children => [.. values, body, next];

    public override object? Execute(RenderContext context)
    {
        var wanted = context.Cases.Peek();
        foreach (var value in values)
        {
            if (Calculator.AreEqual(context, wanted, value.Evaluate(context), Span))
            {
                return body.Execute(context);
            }
        }

        return next?.Execute(context);
    }
}
