namespace CodeAlchemy.Prompts.Operators;

/// <summary>Operators between two operands.</summary>
internal enum BinaryOperator
{
    /// <summary><c>??</c>: the right side where the left one is null.</summary>
    Coalesce,

    /// <summary><c>?!</c>: the right side where the left one is not null.</summary>
    NotNull,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c>: always a fraction.</summary>
    Divide,

    /// <summary><c>//</c>: division that rounds.</summary>
    DivideRound,

    /// <summary><c>%</c></summary>
    Modulus,

    /// <summary><c>&lt;&lt;</c></summary>
    ShiftLeft,

    /// <summary><c>&gt;&gt;</c></summary>
    ShiftRight,

    /// <summary><c>..</c>: a range with its end.</summary>
    RangeInclude,

    /// <summary><c>..&lt;</c>: a range without its end.</summary>
    RangeExclude,
}
