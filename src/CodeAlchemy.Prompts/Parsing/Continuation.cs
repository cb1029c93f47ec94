namespace CodeAlchemy.Prompts.Parsing;

/// <summary>How an expression goes on behind an operand.</summary>
internal enum Continuation
{
    /// <summary>Look at the next token with the operand as it is now.</summary>
    Again,

    /// <summary>Another operand follows: an argument.</summary>
    Operand,

    /// <summary>The operand is the last one of the expression or its call.</summary>
    Done,

    /// <summary>The operand is the whole expression.</summary>
    Result,
}
