namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A piece of a template.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">Its text; for texts and strings the value they stand for.</param>
/// <param name="Offset">Where it starts in the template, in UTF-16 code units.</param>
/// <param name="Length">Code units it covers.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset, int Length)
{
    /// <summary>Whether it is this operator or punctuation.</summary>
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    /// <summary>Whether it is this name or keyword.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Identifier && Text == word;
}
