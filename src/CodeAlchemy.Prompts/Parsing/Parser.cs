using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Builds the tree of a template. Reports what is wrong and goes on behind the statement.</summary>
internal sealed class Parser
{
    private readonly TokenReader _tokens;
    private readonly StatementParser _statements;

    public Parser(TemplateSource source, List<Token> tokens, Diagnostics diagnostics)
    {
        _tokens = new TokenReader(source, tokens, diagnostics);
        _statements = new StatementParser(_tokens);
    }

    public Block Run()
    {
        while (true)
        {
            var block = _statements.ParseBlock(BlockKind.Template, _tokens.SpanOf(_tokens.Current), out var end);
            if (end.Kind == TokenKind.End)
            {
                return block;
            }

            // Goes on behind an `end` that ends nothing, to find what else is wrong.
            _tokens.Report(
                _tokens.SpanOf(end), $"`{end.Text}` belongs to no block here.",
                end.Text == "end" ? "Remove it, or open a block before it." : "Put it into an `if`, `case` or `for`.");
            _tokens.Recover();
        }
    }
}
