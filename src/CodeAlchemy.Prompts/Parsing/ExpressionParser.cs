using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>
/// Reads expressions by precedence climbing. What follows an operand decides: an operator goes on with the operand, the start
/// of another operand makes the first one a function and the others its arguments.
/// </summary>
internal sealed class ExpressionParser
{
    private const int Deepest = 200;

    private readonly TokenReader _tokens;
    private readonly OperandParser _operands;
    private readonly SuffixParser _suffixes;
    private int _depth;

    public ExpressionParser(TokenReader tokens, StatementParser statements, FunctionParser functions)
    {
        _tokens = tokens;
        _operands = new OperandParser(tokens, this, functions);
        _suffixes = new SuffixParser(tokens, this, _operands, statements);
    }

    /// <summary>How many expressions the current one stands in, itself included; 1 for the expression of a statement.</summary>
    public int Level { get; set; }

    /// <summary>Whether an expression can start with the current token.</summary>
    public bool AtStart => _tokens.Current.Kind switch
    {
        TokenKind.Identifier or TokenKind.Special or TokenKind.String or TokenKind.InterpolationStart => true,
        TokenKind.Integer or TokenKind.Float or TokenKind.Hexadecimal or TokenKind.Binary => true,
        TokenKind.Symbol => _tokens.Current.Text is "(" or "[" or "{" or "!" or "-" or "+" or "@" or "^" or "++" or "--",
        _ => false,
    };

    public static bool IsPath(Expression expression) => expression is PathExpression or Nested;

    public Expression Parse() => Expect(ExpressionPlace.Anywhere);

    public Expression ParseStatement() => Expect(ExpressionPlace.AsStatement);

    public Expression ParseCondition() => Expect(ExpressionPlace.Anywhere, assignable: false);

    public Expression ParseWhenValue() => Parse(ExpressionPlace.Anywhere, false, 0, ExpressionMode.When, assignable: false);

    public Expression ParseBasic() => Expect(ExpressionPlace.Anywhere, mode: ExpressionMode.Basic);

    public Expression ParseIterator(List<NamedArgument> arguments) => Expect(new ExpressionPlace(LoopArguments: arguments));

    public Variable ParseVariable()
    {
        var token = _tokens.Current;
        return token.Kind is TokenKind.Identifier or TokenKind.Special && _operands.ParseVariable() is Variable variable
            ? variable
            : throw _tokens.Unexpected($"A variable is expected instead of {TokenReader.Describe(token)}.", "Name a variable.");
    }

    /// <summary>An expression that must be there.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="inCall">Whether it stands in the arguments of a call, which then takes what follows.</param>
    /// <param name="precedence">Operators up to this precedence are left to what stands around it.</param>
    /// <param name="mode">What it may hold.</param>
    /// <param name="assignable">Whether it may be an assignment.</param>
    public Expression Expect(
        ExpressionPlace place, bool inCall = false, int precedence = 0, ExpressionMode mode = ExpressionMode.All, bool assignable = true) =>
        AtStart
            ? Parse(place, inCall, precedence, mode, assignable)
            : throw _tokens.Unexpected($"An expression is expected instead of {TokenReader.Describe(_tokens.Current)}.", "Write a value, a variable or a call.");

    private Expression Parse(ExpressionPlace place, bool inCall, int precedence, ExpressionMode mode, bool assignable)
    {
        var state = new ExpressionState(place, inCall, precedence, mode, assignable);
        if (++_depth > Deepest)
        {
            throw _tokens.Unsupported(_tokens.SpanOf(_tokens.Current), $"Expressions are nested deeper than {Deepest} levels.", "Split them with variables.");
        }

        Level++;
        try
        {
            return Run(state);
        }
        finally
        {
            Level--;
            _depth--;
        }
    }

    private Expression Run(ExpressionState state)
    {
        while (true)
        {
            state.Operands++;
            state.Left = _operands.Parse();
            if (state.Left is Variable { IsBlock: true })
            {
                return CheckBlock(state);
            }

            // A function without a name is the last argument of its call.
            var next = state.Left is AnonymousFunction ? Continuation.Done : _suffixes.Parse(state);
            switch (next)
            {
                case Continuation.Operand:
                    continue;
                case Continuation.Result:
                    return state.Left;
                default:
                    return state.Call is { } call ? call.Close(state.Left) : state.Left;
            }
        }
    }

    private Expression CheckBlock(ExpressionState state)
    {
        if (state.Operands != 1 || Level > 1 || !state.Place.Statement)
        {
            _tokens.Report(state.Left.Span, "`$$` can only stand as a statement of its own.", "Write `{{ $$ }}` where the wrapped text belongs.");
        }

        return state.Left;
    }
}
