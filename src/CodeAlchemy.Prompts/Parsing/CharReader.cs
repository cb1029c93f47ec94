namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A position in a text.</summary>
internal sealed class CharReader(string text)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= text.Length;

    public char Current => Peek(0);

    public string Text => text;

    public static bool IsNamePart(char c) => c == '_' || char.IsLetter(c) || char.IsDigit(c);

    /// <summary>A character ahead, or NUL behind the end.</summary>
    public char Peek(int ahead) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    public void Skip(Func<char, bool> accepts)
    {
        while (Position < text.Length && accepts(text[Position]))
        {
            Position++;
        }
    }
}
