namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Kinds of tokens.</summary>
internal enum TokenKind
{
    /// <summary>Text outside code blocks, white space already controlled.</summary>
    Text,

    /// <summary>Text of an escape block.</summary>
    Escape,

    /// <summary>Start of a code block.</summary>
    CodeEnter,

    /// <summary>End of a code block.</summary>
    CodeExit,

    /// <summary>A name or keyword.</summary>
    Identifier,

    /// <summary><c>$</c>, <c>$$</c>, <c>$1</c> or <c>$name</c>.</summary>
    Special,

    /// <summary>A decimal integer.</summary>
    Integer,

    /// <summary>An integer that starts with <c>0x</c>.</summary>
    Hexadecimal,

    /// <summary>A number that starts with <c>0b</c>.</summary>
    Binary,

    /// <summary>A number with a dot or a suffix.</summary>
    Float,

    /// <summary>A string; the token's value is its text without quotes and escapes.</summary>
    String,

    /// <summary>Start of an interpolated string.</summary>
    InterpolationStart,

    /// <summary>Text of an interpolated string.</summary>
    InterpolationText,

    /// <summary>The brace that opens an expression in an interpolated string.</summary>
    InterpolationOpen,

    /// <summary>The brace that closes it.</summary>
    InterpolationClose,

    /// <summary>End of an interpolated string.</summary>
    InterpolationEnd,

    /// <summary>One or more line ends.</summary>
    NewLine,

    /// <summary>An operator or punctuation, by its own text.</summary>
    Symbol,

    /// <summary>Something that is no token; reported already.</summary>
    Invalid,

    /// <summary>End of the template.</summary>
    End,
}
