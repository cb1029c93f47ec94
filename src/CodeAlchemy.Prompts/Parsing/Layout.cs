namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Follows through a block what indents the lines of the next statement.</summary>
internal sealed class Layout
{
    private int _textEnd = -1;

    /// <summary>Whether lines are indented as those around the block are.</summary>
    public bool Inherits { get; private set; } = true;

    /// <summary>The indentation otherwise.</summary>
    public string? Indent { get; private set; }

    public void Text(Token text) => _textEnd = text.Offset + text.Length;

    /// <summary>A code block begins: the white space before it on its line indents what it writes.</summary>
    public void Enter(string source)
    {
        Inherits = false;
        Indent = _textEnd >= 0 ? WhiteSpaceBefore(source, _textEnd) : null;
        _textEnd = -1;
    }

    public void Exit()
    {
        (Inherits, Indent) = (true, null);
        _textEnd = -1;
    }

    private static string WhiteSpaceBefore(string source, int end)
    {
        var start = end;
        while (start > 0 && source[start - 1] != '\n')
        {
            if (!char.IsWhiteSpace(source[start - 1]))
            {
                return string.Empty;
            }

            start--;
        }

        return source[start..end];
    }
}
