using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A call whose arguments are being read.</summary>
internal sealed class PendingCall(Expression target)
{
    private readonly List<Expression> _arguments = [];

    public void Add(Expression argument) => _arguments.Add(argument);

    public FunctionCall Close(Span end, bool isExplicit = false) =>
        Optionals.Accept(new FunctionCall(target, [.. _arguments], isExplicit, target.Span.To(end)));

    public FunctionCall Close(Expression last)
    {
        Add(last);
        return Close(last.Span);
    }
}
