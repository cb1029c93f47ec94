using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Nodes;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Builds the tree of a template. Reports every refused construct and goes on behind its block.</summary>
internal sealed class Parser(TemplateSource source, IReadOnlyList<Token> tokens, List<Diagnostic> diagnostics)
{
    private int _next;

    private Token Current => tokens[_next];

    public ImmutableArray<TemplateNode> Run()
    {
        var nodes = ImmutableArray.CreateBuilder<TemplateNode>();
        while (Current.Kind != TokenKind.End)
        {
            if (ParseNode() is { } node)
            {
                nodes.Add(node);
            }
        }

        return nodes.ToImmutable();
    }

    private TemplateNode? ParseNode()
    {
        var token = tokens[_next++];
        return token.Kind == TokenKind.Text ? new TextNode(token.Text) : ParseBlock();
    }

    private OutputNode? ParseBlock()
    {
        SkipSeparators();
        if (Current.Kind is TokenKind.CodeExit or TokenKind.End)
        {
            SkipBlock();
            return null;
        }

        var expression = ParseExpression();
        SkipSeparators();
        if (expression is not null && Current.Kind is not (TokenKind.CodeExit or TokenKind.End))
        {
            Refuse(tokens[_next - 1].Kind == TokenKind.Separator ? tokens[_next - 1] : Current);
            expression = null;
        }

        SkipBlock();
        return expression is null ? null : new OutputNode(expression);
    }

    private Expression? ParseExpression()
    {
        var first = Current;
        if (first.Kind != TokenKind.Identifier || first.Text.Contains('$') || Unsupported.IsKeyword(first.Text))
        {
            Refuse(first);
            return null;
        }

        _next++;
        Expression expression = new VariableExpression(first.Text, source.Locate(first.Offset, first.Length));
        while (expression is not null && Current.Kind == TokenKind.Dot)
        {
            expression = ParseMember(expression)!;
        }

        return expression;
    }

    private MemberExpression? ParseMember(Expression target)
    {
        _next++;
        var member = Current;
        if (member.Kind != TokenKind.Identifier || member.Text.Contains('$'))
        {
            diagnostics.Add(new Diagnostic(
                "template-syntax", DiagnosticSeverity.Error, "A member name must follow the dot.",
                source.Locate(member.Offset, member.Length), "Write `{{ name.member }}`."));
            return null;
        }

        _next++;
        return new MemberExpression(target, member.Text, source.Locate(member.Offset, member.Length));
    }

    private void Refuse(Token token)
    {
        var (message, remedy) = Unsupported.Describe(token);
        diagnostics.Add(new Diagnostic(
            "template-unsupported", DiagnosticSeverity.Error, char.ToUpperInvariant(message[0]) + message[1..],
            source.Locate(token.Offset, token.Length), remedy));
    }

    private void SkipSeparators()
    {
        while (Current.Kind == TokenKind.Separator && Current.Text != ";")
        {
            _next++;
        }
    }

    private void SkipBlock()
    {
        while (Current.Kind is not (TokenKind.CodeExit or TokenKind.End))
        {
            _next++;
        }

        if (Current.Kind == TokenKind.CodeExit)
        {
            _next++;
        }
    }
}
