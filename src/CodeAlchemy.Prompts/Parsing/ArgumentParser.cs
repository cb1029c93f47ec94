using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Reads the arguments of calls, with and without parentheses, and those of loops.</summary>
internal sealed class ArgumentParser(TokenReader tokens, ExpressionParser expressions, OperandParser operands)
{
    /// <summary>Goes on where an operand is followed by the start of another one.</summary>
    public Continuation Parse(ExpressionState state)
    {
        if (state.InCall)
        {
            return Continuation.Done;
        }

        var loop = state.Place.LoopArguments;
        if (tokens.Current.Kind == TokenKind.Identifier && (loop is not null || tokens.Peek.Is(":")))
        {
            return ParseNamed(state, loop);
        }

        var isExplicit = tokens.Current.Is("(") && !tokens.AfterSpace;
        if (isExplicit)
        {
            state.Left = ParseExplicit(state.Left);
            return Continuation.Again;
        }

        if (state.Call is null)
        {
            state.Call = new PendingCall(state.Left);
        }
        else
        {
            state.Call.Add(state.Left);
        }

        return Continuation.Operand;
    }

    private Continuation ParseNamed(ExpressionState state, List<NamedArgument>? loop)
    {
        if (loop is null)
        {
            if (state.Call is null)
            {
                state.Call = new PendingCall(state.Left);
            }
            else
            {
                state.Call.Add(state.Left);
            }
        }

        while (tokens.Current.Kind == TokenKind.Identifier && (loop is not null || tokens.Peek.Is(":")))
        {
            var argument = ParseNamedArgument();
            (loop ?? (ICollection<NamedArgument>)[]).Add(argument);
            state.Call?.Add(argument);
            if (state.Call is not null && argument.Value is AnonymousFunction)
            {
                break;
            }
        }

        if (loop is null && expressions.AtStart)
        {
            return Continuation.Operand;
        }

        if (state.Call is { } call)
        {
            state.Left = call.Close(tokens.Since(state.Left.Span.Offset));
            state.Call = null;
        }

        return tokens.Current.Is("|") || tokens.Current.Is("|>") ? Continuation.Again : Continuation.Done;
    }

    private NamedArgument ParseNamedArgument()
    {
        var start = tokens.Current;
        if (operands.ParseVariable() is not Variable name)
        {
            throw tokens.Unexpected($"`{start.Text}` can't be the name of an argument.", "Use another name.");
        }

        var value = tokens.Accept(":") ? expressions.Expect(ExpressionPlace.Anywhere, mode: ExpressionMode.Basic) : null;
        return new NamedArgument(name.Name, value, tokens.Since(start));
    }

    private FunctionCall ParseExplicit(Expression target)
    {
        tokens.Next();
        var call = new PendingCall(target);
        for (var first = true; !tokens.Accept(")"); first = false)
        {
            if (!first)
            {
                tokens.Expect(",", "Separate arguments in parentheses with commas and close them with `)`.");
            }

            call.Add(expressions.Expect(ExpressionPlace.Anywhere));
        }

        return call.Close(tokens.Since(target.Span.Offset), isExplicit: true);
    }
}
