using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A value that <c>object.default</c> takes may be missing although variables are strict.</summary>
internal static class Optionals
{
    /// <summary>A value that is piped.</summary>
    public static void Accept(Expression from, Expression to)
    {
        var first = to is Pipe pipe ? pipe.From : to;
        if (first is FunctionCall call && IsDefault(call.Target))
        {
            from.MakeOptional();
        }
    }

    /// <summary>A value that is passed.</summary>
    public static FunctionCall Accept(FunctionCall call)
    {
        if (IsDefault(call.Target) && call.Arguments.Count == 2)
        {
            call.Arguments[0].MakeOptional();
        }

        return call;
    }

    private static bool IsDefault(Expression target) =>
        target is Member { Name: "default", Target: Variable { Name: "object", IsLocal: false } };
}
