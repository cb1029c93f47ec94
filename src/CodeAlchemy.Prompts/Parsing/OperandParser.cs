using System.Globalization;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Reads what an expression starts with.</summary>
internal sealed class OperandParser(TokenReader tokens, ExpressionParser expressions, FunctionParser functions)
{
    public FunctionParser Functions => functions;

    public Expression Parse()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier or TokenKind.Special:
                return ParseVariable();
            case TokenKind.Integer or TokenKind.Float or TokenKind.Hexadecimal or TokenKind.Binary:
                return ParseNumber(token);
            case TokenKind.String:
                tokens.Next();
                return new Literal(token.Text, tokens.SpanOf(token));
            case TokenKind.InterpolationStart:
                return ParseInterpolation(token);
            case TokenKind.Symbol:
                return ParseSymbol(token);
            default:
                throw tokens.Unexpected($"An expression is expected instead of {TokenReader.Describe(token)}.", "Write a value, a variable or a call.");
        }
    }

    /// <summary>A name: a keyword that is a value, or a variable.</summary>
    public Expression ParseVariable()
    {
        var token = tokens.Current;
        var span = tokens.SpanOf(token);
        if (token.Kind == TokenKind.Special)
        {
            tokens.Next();
            return Local(token.Text[1..], span);
        }

        if (token.Text == "do")
        {
            return functions.ParseAnonymous(token);
        }

        tokens.Next();
        switch (token.Text)
        {
            case "null":
                return new Literal(null, span);
            case "true":
                return new Literal(true, span);
            case "false":
                return new Literal(false, span);
            case "this":
                return new This(span);
            case "for" or "while" or "tablerow" when tokens.Current.Is("."):
                CheckLoopVariable(token.Text, span);
                return new Variable(token.Text, isLocal: false, span);
            default:
                return new Variable(token.Text, isLocal: false, span);
        }
    }

    private static Expression Local(string name, Span span) =>
        int.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index)
            ? new Indexer(new Variable(string.Empty, isLocal: true, span), new Literal(index, span), span)
            : new Variable(name, isLocal: true, span);

    private void CheckLoopVariable(string loop, Span span)
    {
        var known = tokens.Peek.Text switch
        {
            "first" or "even" or "odd" or "index" => true,
            "last" or "changed" or "length" or "rindex" => loop != "while",
            "col" => loop == "tablerow",
            _ => false,
        };
        if (!known || tokens.Peek.Kind != TokenKind.Identifier)
        {
            tokens.Report(
                span, $"`{loop}` has no variable `{tokens.Peek.Text}`.",
                loop == "while" ? "Known are first, even, odd, index." : "Known are first, last, even, odd, changed, index, rindex, length.");
        }
    }

    private Literal ParseNumber(Token token)
    {
        tokens.Next();
        var span = tokens.SpanOf(token);
        return new Literal(
            Literals.Number(token) ?? throw tokens.Unsupported(span, $"The number `{token.Text}` can't be held.", "Write a smaller number, without digits of other alphabets."),
            span);
    }

    private Interpolation ParseInterpolation(Token start)
    {
        tokens.Next();
        var parts = new List<Expression>();
        while (tokens.Current.Kind != TokenKind.InterpolationEnd)
        {
            var token = tokens.Current;
            tokens.Next();
            if (token.Kind == TokenKind.InterpolationText)
            {
                parts.Add(new Literal(token.Text, tokens.SpanOf(token)));
                continue;
            }

            if (token.Kind != TokenKind.InterpolationOpen)
            {
                throw tokens.Unexpected("The interpolated string is not closed.", "Close its braces on the same line and its quotes.");
            }

            parts.Add(expressions.Expect(ExpressionPlace.Anywhere));
            if (tokens.Current.Kind != TokenKind.InterpolationClose)
            {
                throw tokens.Unexpected($"`}}` is expected instead of {TokenReader.Describe(tokens.Current)}.", "Close the expression in the string with `}` on the same line.");
            }

            tokens.Next();
        }

        tokens.Next();
        return new Interpolation(parts, tokens.Since(start));
    }

    private Expression ParseSymbol(Token token) => token.Text switch
    {
        "(" => ParseNested(token),
        "[" => ParseArray(token),
        "{" => ParseObject(token),
        "++" or "--" => ParseIncrement(token),
        "!" => ParseUnary(token, UnaryOperator.Not),
        "-" => ParseUnary(token, UnaryOperator.Negate),
        "+" => ParseUnary(token, UnaryOperator.Plus),
        "@" => ParseUnary(token, UnaryOperator.Alias),
        "^" => ParseUnary(token, UnaryOperator.Expand),
        _ => throw tokens.Unexpected($"An expression is expected instead of {TokenReader.Describe(token)}.", "Write a value, a variable or a call."),
    };

    private Nested ParseNested(Token start)
    {
        tokens.Next();
        var inner = expressions.Expect(ExpressionPlace.Anywhere);
        tokens.Expect(")", "Close the parenthesis with `)`.");
        return new Nested(inner, tokens.Since(start));
    }

    private ArrayLiteral ParseArray(Token start)
    {
        tokens.HideLines(1);
        tokens.Next();
        var items = new List<Expression>();
        while (!tokens.Current.Is("]"))
        {
            items.Add(expressions.Expect(ExpressionPlace.Anywhere));
            if (!tokens.Accept(","))
            {
                break;
            }
        }

        tokens.HideLines(-1);
        tokens.Expect("]", "Separate items with commas and close the array with `]`.");
        return new ArrayLiteral(items, tokens.Since(start));
    }

    private ObjectLiteral ParseObject(Token start)
    {
        tokens.HideLines(1);
        tokens.Next();
        var members = new List<(string, Expression)>();
        while (!tokens.Current.Is("}"))
        {
            var name = tokens.Current;
            if (name.Kind is not (TokenKind.Identifier or TokenKind.String)
                || (name.Kind == TokenKind.Identifier && name.Text is "null" or "true" or "false" or "do" or "this"))
            {
                throw tokens.Unexpected($"The name of a member is expected instead of {TokenReader.Describe(name)}.", "Write `{name: value}`, the name in quotes if it is no plain word.");
            }

            tokens.Next();
            tokens.Expect(":", "Write `{name: value}`.");
            members.Add((name.Text, expressions.Expect(ExpressionPlace.Anywhere)));
            if (!tokens.Accept(","))
            {
                break;
            }
        }

        tokens.HideLines(-1);
        tokens.Expect("}", "Separate members with commas and close the object with `}`.");
        return new ObjectLiteral(members, tokens.Since(start));
    }

    private Increment ParseIncrement(Token token)
    {
        tokens.Next();
        var target = expressions.Expect(ExpressionPlace.Anywhere, precedence: 210);
        if (!ExpressionParser.IsPath(target))
        {
            tokens.Report(target.Span, $"`{token.Text}` needs a variable, a member or an item.", "Write `++name`.");
        }

        return new Increment(target, token.Text == "++" ? 1 : -1, after: false, tokens.Since(token));
    }

    private Unary ParseUnary(Token token, UnaryOperator op)
    {
        tokens.Next();
        var place = op == UnaryOperator.Alias ? ExpressionPlace.AsAlias : ExpressionPlace.Anywhere;
        var operand = expressions.Expect(place, precedence: 200);
        return new Unary(op, operand, tokens.Since(token));
    }
}
