using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Tree.Statements;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Reads definitions of functions.</summary>
internal sealed class FunctionParser(TokenReader tokens, StatementParser statements)
{
    /// <summary><c>func name(a, b = 1, rest...) … end</c></summary>
    public FunctionDefinition ParseDefinition(Token start)
    {
        tokens.Next();
        var name = statements.Expressions.ParseVariable();
        return new FunctionDefinition(ParseRest(name, BlockKind.Plain, start), tokens.Since(start));
    }

    /// <summary><c>do(a) … end</c></summary>
    public AnonymousFunction ParseAnonymous(Token start)
    {
        tokens.Next();
        return new AnonymousFunction(ParseRest(null, BlockKind.Anonymous, start), tokens.Since(start));
    }

    /// <summary>The parameters when a call is written as the left side of a definition: <c>f(x, y) = …</c>.</summary>
    public static List<Parameter>? TryDeclare(FunctionCall call) =>
        call.IsExplicit && call.Target is Variable { IsLocal: false } && call.Arguments.All(a => a is Variable { IsLocal: false })
            ? [.. call.Arguments.Cast<Variable>().Select(v => new Parameter(v.Name))]
            : null;

    public FunctionDefinition Define(Variable name, List<Parameter> parameters, Statement body, Span span) =>
        new(new ScriptFunction(name, Check(parameters, span), takesRest: false, body), span);

    private ScriptFunction ParseRest(Variable? name, BlockKind kind, Token start)
    {
        var opener = tokens.Since(start);
        var level = statements.Expressions.Level;
        statements.Expressions.Level = 0;
        try
        {
            var takesRest = false;
            var parameters = tokens.Current.Is("(") ? ParseParameters(out takesRest) : null;
            statements.ExpectEnd();
            return new ScriptFunction(name, parameters, takesRest, statements.ParseBlock(kind, opener, out _));
        }
        finally
        {
            statements.Expressions.Level = level;
        }
    }

    private List<Parameter> ParseParameters(out bool takesRest)
    {
        var start = tokens.Current;
        tokens.Next();
        takesRest = false;
        var parameters = new List<Parameter>();
        var optional = false;
        for (var first = true; !tokens.Accept(")"); first = false)
        {
            if (!first)
            {
                tokens.Expect(",", "Separate parameters with commas and close them with `)`.");
            }

            parameters.Add(ParseParameter(ref optional, ref takesRest));
        }

        return Check(parameters, tokens.Since(start));
    }

    private Parameter ParseParameter(ref bool optional, ref bool takesRest)
    {
        var name = statements.Expressions.ParseVariable();
        if (name.IsLocal)
        {
            tokens.Report(name.Span, "A parameter can't start with `$`.", "Use a plain name.");
        }

        if (tokens.Accept("="))
        {
            CheckOrder(takesRest, name, "A parameter with a default can't follow the one that takes the rest.");
            optional = true;
            var value = statements.Expressions.Parse();
            return value is Literal literal
                ? new Parameter(name.Name, IsOptional: true, Default: literal.Value)
                : throw tokens.Unexpected("The default of a parameter must be a literal.", "Write a number, a text, true or false; use `??` in the function for the rest.");
        }

        if (tokens.Accept("..."))
        {
            CheckOrder(takesRest, name, "Only one parameter can take the rest.");
            optional = true;
            takesRest = true;
            return new Parameter(name.Name, IsOptional: true);
        }

        CheckOrder(optional, name, "A parameter that is needed can't follow one that may be left out.");
        return new Parameter(name.Name);
    }

    private void CheckOrder(bool wrong, Variable name, string message)
    {
        if (wrong)
        {
            tokens.Report(name.Span, message, "Change the order of the parameters.");
        }
    }

    private List<Parameter> Check(List<Parameter> parameters, Span span)
    {
        if (parameters.Count > FunctionValue.MostParameters)
        {
            throw tokens.Unsupported(span, $"A function takes more than {FunctionValue.MostParameters} parameters.", "Pass an object.");
        }

        return parameters;
    }
}
