using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Reads statements.</summary>
internal sealed class StatementParser
{
    private const int DeepestBlocks = 100;

    private readonly TokenReader _tokens;
    private readonly ExpressionParser _expressions;
    private readonly BlockParser _blocks;
    private readonly FunctionParser _functions;
    private int _depth;

    public StatementParser(TokenReader tokens)
    {
        _tokens = tokens;
        _functions = new FunctionParser(tokens, this);
        _expressions = new ExpressionParser(tokens, this, _functions);
        _blocks = new BlockParser(tokens, this);
    }

    /// <summary>Whether code is being read, and not text.</summary>
    public bool InCode { get; set; }

    public ExpressionParser Expressions => _expressions;

    /// <summary>Reads statements up to what ends the block, which is consumed unless it is a branch.</summary>
    public Block ParseBlock(BlockKind kind, Span opener, out Token end)
    {
        if (++_depth > DeepestBlocks)
        {
            _depth--;
            throw _tokens.Unsupported(_tokens.SpanOf(_tokens.Current), $"Blocks are nested deeper than {DeepestBlocks} levels.", "Use functions or includes.");
        }

        try
        {
            return _blocks.Parse(kind, opener, out end);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>Reads one statement of code.</summary>
    public Statement? Parse(BlockKind parent)
    {
        var start = _tokens.Current;
        try
        {
            return ParseStatement(parent, start);
        }
        catch (SyntaxException)
        {
            _tokens.Recover();
            return null;
        }
    }

    /// <summary>An expression as a statement, or the function it defines.</summary>
    public Statement ParseExpressionStatement()
    {
        var start = _tokens.Current;
        var expression = _expressions.ParseStatement();
        if (expression is InlineFunction function)
        {
            return function.Definition;
        }

        ExpectEnd();
        return new ExpressionStatement(expression, expression.Span);
    }

    public void ExpectEnd()
    {
        var kind = _tokens.Current.Kind;
        if (kind == TokenKind.NewLine || _tokens.Current.Is(";"))
        {
            _tokens.Next();
        }
        else if (kind is not (TokenKind.CodeExit or TokenKind.End))
        {
            throw _tokens.Unexpected(
                $"{char.ToUpperInvariant(TokenReader.Describe(_tokens.Current)[0])}{TokenReader.Describe(_tokens.Current)[1..]} is not expected here: the statement should end.",
                "End it with a line end, `;` or `}}`.");
        }
    }

    private Statement ParseStatement(BlockKind parent, Token start)
    {
        if (parent == BlockKind.Case && !start.IsWord("when"))
        {
            throw _tokens.Unexpected($"{TokenReader.Describe(start)} stands in a `case` before its first `when`.", "Put it behind a `when` or before the `case`.");
        }

        return start.Kind != TokenKind.Identifier ? ParseExpressionStatement() : start.Text switch
        {
            "if" => ParseIf(start),
            "case" => ParseCase(start),
            "when" when parent == BlockKind.Case => ParseWhen(start),
            "for" when !_tokens.Peek.Is(".") => ParseFor(start),
            "while" when !_tokens.Peek.Is(".") => ParseWhile(start),
            "with" => ParseWithBody(start, (target, body, span) => new WithStatement(target, body, span)),
            "wrap" => ParseWithBody(start, (target, body, span) => new WrapStatement(target, body, span)),
            "capture" => ParseWithBody(start, (target, body, span) => new CaptureStatement(target, body, span)),
            "func" => _functions.ParseDefinition(start),
            "ret" => ParseReturn(start),
            "break" => ParseJump(start, Flow.Break),
            "continue" => ParseJump(start, Flow.Continue),
            "import" => ParseImport(start),
            "readonly" => ParseReadOnly(start),
            "tablerow" when !_tokens.Peek.Is(".") => throw _tokens.Unsupported(
                _tokens.SpanOf(start), "`tablerow` is not supported.", "Write the table with a `for` loop."),
            _ => ParseExpressionStatement(),
        };
    }

    // An error in the head of a block must not hide its `end`.
    private Expression ParseHead(Func<Expression> parse)
    {
        Expression head;
        var start = _tokens.Current;
        try
        {
            head = parse();
            ExpectEnd();
        }
        catch (SyntaxException)
        {
            _tokens.Recover();
            head = new Literal(null, _tokens.SpanOf(start));
        }

        return head;
    }

    private IfStatement ParseIf(Token start)
    {
        _tokens.Next();
        var condition = ParseHead(() => _expressions.ParseCondition());
        var span = _tokens.Since(start);
        var then = ParseBlock(BlockKind.If, span, out var end);
        return new IfStatement(condition, then, end.IsWord("else") ? ParseElse(end) : null, span);
    }

    private Statement ParseElse(Token start)
    {
        _tokens.Next();
        if (_tokens.Current.IsWord("if"))
        {
            return ParseIf(start);
        }

        ParseHead(() => new Literal(null, _tokens.SpanOf(start)));
        return ParseBlock(BlockKind.Plain, _tokens.SpanOf(start), out _);
    }

    private CaseStatement ParseCase(Token start)
    {
        _tokens.Next();
        var value = ParseHead(() => _expressions.ParseCondition());
        var span = _tokens.Since(start);
        var body = ParseBlock(BlockKind.Case, span, out _);
        return new CaseStatement(value, body, span);
    }

    private WhenStatement ParseWhen(Token start)
    {
        _tokens.Next();
        var values = new List<Expression>();
        ParseHead(() => ParseWhenValues(values));
        var span = _tokens.Since(start);
        var body = ParseBlock(BlockKind.When, span, out var end);
        Statement? next = end.IsWord("when") ? ParseWhen(end) : end.IsWord("else") ? ParseElse(end) : null;
        return new WhenStatement(values, body, next, span);
    }

    private Literal ParseWhenValues(List<Expression> values)
    {
        while (_expressions.AtStart)
        {
            values.Add(_expressions.ParseWhenValue());
            _ = _tokens.Accept(",") || _tokens.Accept("||");
        }

        return values.Count > 0 ? new Literal(null, values[0].Span) : throw _tokens.Unexpected("`when` needs a value.", "Write `when 1, 2`.");
    }

    private ForStatement ParseFor(Token start)
    {
        _tokens.Next();
        var arguments = new List<NamedArgument>();
        Expression variable = new Literal(null, _tokens.SpanOf(start));
        var iterator = ParseHead(() =>
        {
            variable = _expressions.ParseBasic();
            if (!ExpressionParser.IsPath(variable))
            {
                _tokens.Report(variable.Span, $"`{variable.Span.Text}` can't be a loop variable.", "Write `for item in items`.");
            }

            if (!_tokens.Current.IsWord("in"))
            {
                throw _tokens.Unexpected($"`in` is expected instead of {TokenReader.Describe(_tokens.Current)}.", "Write `for item in items`.");
            }

            _tokens.Next();
            return _expressions.ParseIterator(arguments);
        });
        var span = _tokens.Since(start);
        var body = ParseBlock(BlockKind.For, span, out var end);
        var otherwise = end.IsWord("else") ? ParseElse(end) : null;
        if (otherwise is IfStatement)
        {
            _tokens.Report(otherwise.Span, "`else if` can't follow a loop.", "Write `else` and an `if` in it.");
        }

        return new ForStatement(variable, iterator, arguments, body, otherwise as Block, span);
    }

    private WhileStatement ParseWhile(Token start)
    {
        _tokens.Next();
        var condition = ParseHead(() => _expressions.ParseCondition());
        var span = _tokens.Since(start);
        return new WhileStatement(condition, ParseBlock(BlockKind.Plain, span, out _), span);
    }

    private Statement ParseWithBody(Token start, Func<Expression, Block, Span, Statement> create)
    {
        _tokens.Next();
        var target = ParseHead(() => _expressions.Parse());
        var span = _tokens.Since(start);
        return create(target, ParseBlock(BlockKind.Plain, span, out _), span);
    }

    private ReturnStatement ParseReturn(Token start)
    {
        _tokens.Next();
        var value = _expressions.AtStart ? _expressions.Parse() : null;
        var span = _tokens.Since(start);
        ExpectEnd();
        return new ReturnStatement(value, span);
    }

    private JumpStatement ParseJump(Token start, Flow flow)
    {
        _tokens.Next();
        ExpectEnd();
        return new JumpStatement(flow, _tokens.SpanOf(start));
    }

    private ImportStatement ParseImport(Token start)
    {
        _tokens.Next();
        var value = _expressions.Parse();
        var span = _tokens.Since(start);
        ExpectEnd();
        return new ImportStatement(value, span);
    }

    private ReadOnlyStatement ParseReadOnly(Token start)
    {
        _tokens.Next();
        var variable = _expressions.ParseVariable();
        var span = _tokens.Since(start);
        ExpectEnd();
        return new ReadOnlyStatement(variable, span);
    }
}
