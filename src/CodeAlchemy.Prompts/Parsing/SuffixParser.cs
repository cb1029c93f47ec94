using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Reads what follows an operand: members, indices, operators, arguments, pipes.</summary>
internal sealed class SuffixParser(TokenReader tokens, ExpressionParser expressions, OperandParser operands, StatementParser statements)
{
    private readonly ArgumentParser _arguments = new(tokens, expressions, operands);

    public Continuation Parse(ExpressionState state)
    {
        Continuation next;
        do
        {
            next = ParseOne(state);
        }
        while (next == Continuation.Again);
        return next;
    }

    private Continuation ParseOne(ExpressionState state)
    {
        var token = tokens.Current;
        if (token.Kind is TokenKind.InterpolationText or TokenKind.InterpolationOpen or TokenKind.InterpolationClose or TokenKind.InterpolationEnd)
        {
            return Continuation.Done;
        }

        if (token.Is(".") || token.Is("?."))
        {
            state.Left = ParseMember(state.Left, token);
            return Continuation.Again;
        }

        if (token.Is("++") || token.Is("--"))
        {
            state.Left = ParseIncrement(state.Left, token);
        }

        if (tokens.Current.Is("[") && !tokens.AfterSpace && (ExpressionParser.IsPath(state.Left) || state.Left is Literal or FunctionCall))
        {
            state.Left = ParseIndex(state);
            return Continuation.Again;
        }

        if (state.Mode == ExpressionMode.Basic || state.Place.Alias)
        {
            return Continuation.Done;
        }

        return ParseNamed(state) ?? ParseAssignment(state) ?? ParseOperator(state) ?? ParseChoice(state)
            ?? (expressions.AtStart ? _arguments.Parse(state) : ParsePipe(state));
    }

    private Expression ParseMember(Expression left, Token dot)
    {
        if (tokens.Peek.Kind != TokenKind.Identifier)
        {
            tokens.Next();
            throw tokens.Unexpected("A member name must follow the dot.", "Write `name.member`; `name[key]` for a computed key.");
        }

        tokens.Next();
        var name = tokens.Current;
        if (name.Text is "empty" or "blank" && tokens.Peek.Is("?"))
        {
            tokens.Next();
            tokens.Next();
            left.MakeOptional();
            return new IsEmpty(left, tokens.Since(left.Span.Offset));
        }

        if (operands.ParseVariable() is not Variable)
        {
            throw tokens.Unexpected($"`{name.Text}` can't be a member name.", $"Write `[\"{name.Text}\"]`.");
        }

        var conditional = dot.Text == "?." || left is Member { Conditional: true };
        if (dot.Text == "?.")
        {
            left.MakeOptional();
        }

        return new Member(left, name.Text, conditional, tokens.Since(left.Span.Offset));
    }

    private Increment ParseIncrement(Expression left, Token token)
    {
        if (!ExpressionParser.IsPath(left))
        {
            tokens.Report(left.Span, $"`{token.Text}` needs a variable, a member or an item.", "Write `name++`.");
        }

        tokens.Next();
        return new Increment(left, token.Text == "++" ? 1 : -1, after: true, tokens.Since(left.Span.Offset));
    }

    private Indexer ParseIndex(ExpressionState state)
    {
        tokens.Next();
        var index = expressions.Expect(ExpressionPlace.Anywhere, inCall: state.Call is not null, mode: state.Mode);
        tokens.Expect("]", "Close the index with `]`.");
        return new Indexer(state.Left, index, tokens.Since(state.Left.Span.Offset));
    }

    private Continuation? ParseNamed(ExpressionState state)
    {
        if (state.Mode == ExpressionMode.NoNames || !tokens.Current.Is(":"))
        {
            return null;
        }

        if (state.Left is not Variable name)
        {
            throw tokens.Unexpected("The name of an argument must stand before `:`.", "Write `name: value`; use parentheses around a choice `? :` in an argument.");
        }

        tokens.Next();
        var value = expressions.Expect(state.Place);
        state.Left = new NamedArgument(name.Name, value, tokens.Since(name.Span.Offset));
        return Continuation.Done;
    }

    private Continuation? ParseAssignment(ExpressionState state)
    {
        var token = tokens.Current;
        if (token.Is("=") && state.Left is FunctionCall call && FunctionParser.TryDeclare(call) is { } parameters)
        {
            CheckTopLevel(state, "A function can only be defined as a statement of its own.");
            tokens.Next();
            var body = statements.ParseExpressionStatement();
            state.Left = new InlineFunction(operands.Functions.Define((Variable)call.Target, parameters, body, tokens.Since(call.Span.Offset)));
            return Continuation.Done;
        }

        if (Operator.OfAssignment(token) is not { } op)
        {
            return null;
        }

        if (!ExpressionParser.IsPath(state.Left) || state.Call is not null)
        {
            tokens.Report(state.Left.Span, $"`{state.Left.Span.Text}` can't be set here.", "Write the assignment as a statement of its own.");
        }

        CheckTopLevel(state, "An assignment can only be a statement of its own.");
        tokens.Next();
        var value = expressions.Expect(ExpressionPlace.Anywhere, state.InCall);
        state.Left = new Assignment(state.Left, op.Binary, value, tokens.Since(state.Left.Span.Offset));
        return Continuation.Done;
    }

    private void CheckTopLevel(ExpressionState state, string message)
    {
        if (expressions.Level > 1 || !state.Assignable)
        {
            tokens.Report(tokens.SpanOf(tokens.Current), message, "Put it on a line of its own; compare with `==`.");
        }
    }

    private Continuation? ParseOperator(ExpressionState state)
    {
        if (Operator.OfBinary(tokens.Current) is not { } op)
        {
            return null;
        }

        if ((state.IsWhen && op.Binary == BinaryOperator.Or) || op.Precedence <= state.Precedence)
        {
            return Continuation.Done;
        }

        tokens.Next();
        var right = expressions.Expect(ExpressionPlace.Anywhere, state.InCall || state.Call is not null, op.Precedence, state.Mode);
        if (op.Binary is BinaryOperator.Coalesce or BinaryOperator.NotNull)
        {
            state.Left.MakeOptional();
        }

        state.Left = new Binary(op.Binary, state.Left, right, tokens.Since(state.Left.Span.Offset));
        return Continuation.Again;
    }

    private Continuation? ParseChoice(ExpressionState state)
    {
        if (!tokens.Current.Is("?"))
        {
            return null;
        }

        if (state.Precedence > 0)
        {
            return Continuation.Done;
        }

        var condition = CloseCall(state);
        tokens.Next();
        var then = expressions.Expect(ExpressionPlace.Anywhere, mode: ExpressionMode.NoNames);
        tokens.Expect(":", "Write `condition ? a : b`.");
        var otherwise = expressions.Expect(ExpressionPlace.Anywhere, mode: ExpressionMode.NoNames);
        state.Left = new Conditional(condition, then, otherwise, tokens.Since(condition.Span.Offset));
        return Continuation.Done;
    }

    private Continuation ParsePipe(ExpressionState state)
    {
        if (state.Precedence > 0)
        {
            return Continuation.Done;
        }

        if (state.Place.Piped && state.Call is null && ExpressionParser.IsPath(state.Left))
        {
            state.Left = new PendingCall(state.Left).Close(state.Left.Span);
        }

        if (!tokens.Current.Is("|") && !tokens.Current.Is("|>"))
        {
            return Continuation.Done;
        }

        var from = CloseCall(state);
        tokens.HideLines(1);
        tokens.Next();
        tokens.HideLines(-1);
        var to = expressions.Expect(ExpressionPlace.AsPipe);
        Optionals.Accept(from, to);
        state.Left = new Pipe(from, to, tokens.Since(from.Span.Offset));
        return Continuation.Result;
    }

    private static Expression CloseCall(ExpressionState state)
    {
        var left = state.Call is { } call ? call.Close(state.Left) : state.Left;
        state.Call = null;
        return left;
    }
}
