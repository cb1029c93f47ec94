namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Kinds of tokens. The lexer knows more than the parser accepts, so that a refusal can name what it met.</summary>
internal enum TokenKind
{
    /// <summary>Text outside code blocks, white space already controlled.</summary>
    Text,

    /// <summary>Start of a code block.</summary>
    CodeEnter,

    /// <summary>End of a code block.</summary>
    CodeExit,

    /// <summary>A name or keyword.</summary>
    Identifier,

    /// <summary>The dot of a member access.</summary>
    Dot,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A quoted string.</summary>
    String,

    /// <summary>A new line or a semicolon between statements.</summary>
    Separator,

    /// <summary>Anything else, by its own text.</summary>
    Operator,

    /// <summary>End of the template.</summary>
    End,
}
