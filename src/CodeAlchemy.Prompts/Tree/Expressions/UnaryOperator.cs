namespace CodeAlchemy.Prompts.Tree.Expressions;

/// <summary>Operators before one operand.</summary>
internal enum UnaryOperator
{
    /// <summary><c>!</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Negate,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>@</c>: the function itself instead of its result.</summary>
    Alias,

    /// <summary><c>^</c>: the items of an array as arguments.</summary>
    Expand,
}
