using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Reads the texts and statements of one block and finds the indentation of each.</summary>
internal sealed class BlockParser(TokenReader tokens, StatementParser statements)
{
    public Block Parse(BlockKind kind, Span opener, out Token end)
    {
        var start = tokens.Current;
        var items = new List<BlockItem>();
        var layout = new Layout();
        while (!AtEnd(kind, opener, out end))
        {
            if (ReadItem(kind, layout) is { } item)
            {
                items.Add(item);
                if (item.Statement is WhenStatement)
                {
                    // The last branch took the `end`.
                    break;
                }
            }
        }

        return new Block([.. items], tokens.Since(start));
    }

    private bool AtEnd(BlockKind kind, Span opener, out Token end)
    {
        end = tokens.Current;
        if (end.Kind == TokenKind.End)
        {
            if (kind != BlockKind.Template)
            {
                tokens.Report(opener, $"`{opener.Text}` opens a block that has no `end`.", "Write `{{ end }}` where the block ends.");
            }

            return true;
        }

        if (!statements.InCode)
        {
            return false;
        }

        if (end.IsWord("end"))
        {
            Leave(kind);
            return true;
        }

        return (end.IsWord("else") && Ends(kind is BlockKind.If or BlockKind.For or BlockKind.When, kind))
            || (end.IsWord("when") && kind != BlockKind.Case && Ends(kind == BlockKind.When, kind));
    }

    // A branch that belongs to no block is reported where it stands, and what follows is read as if it weren't there.
    private bool Ends(bool belongs, BlockKind kind)
    {
        if (belongs || kind == BlockKind.Template)
        {
            return true;
        }

        var token = tokens.Current;
        tokens.Report(tokens.SpanOf(token), $"`{token.Text}` belongs to no block here.", "Put it into an `if`, `case` or `for`.");
        tokens.Next();
        tokens.Recover();
        return false;
    }

    private void Leave(BlockKind kind)
    {
        if (kind == BlockKind.Template)
        {
            return;
        }

        tokens.Next();
        if (kind == BlockKind.Anonymous)
        {
            return;
        }

        try
        {
            statements.ExpectEnd();
        }
        catch (SyntaxException)
        {
            tokens.Recover();
        }
    }

    private BlockItem? ReadItem(BlockKind kind, Layout layout)
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Text or TokenKind.Escape:
                tokens.Next();
                return kind == BlockKind.Case ? null : ReadText(layout, token);
            case TokenKind.CodeEnter:
                statements.InCode = true;
                layout.Enter(tokens.Source.Text);
                tokens.Next();
                return null;
            case TokenKind.CodeExit:
                statements.InCode = false;
                layout.Exit();
                tokens.Next();
                return null;
            case TokenKind.NewLine:
            case TokenKind.Symbol when token.Text == ";":
                tokens.Next();
                return null;
            default:
                return statements.Parse(kind) is { } statement ? new BlockItem(statement, layout.Inherits, layout.Indent) : null;
        }
    }

    // Text between `case` and its first `when` is never written; the text of an escape block is never indented.
    private BlockItem? ReadText(Layout layout, Token token)
    {
        if (token.Kind == TokenKind.Escape)
        {
            layout.Exit();
        }
        else
        {
            layout.Text(token);
        }

        return token.Length == 0 ? null : new BlockItem(new TextStatement(token.Text, tokens.SpanOf(token)), token.Kind == TokenKind.Text, null);
    }
}
