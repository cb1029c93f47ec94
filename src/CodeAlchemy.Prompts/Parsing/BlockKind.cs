namespace CodeAlchemy.Prompts.Parsing;

/// <summary>What a block belongs to, which decides what may end it.</summary>
internal enum BlockKind
{
    /// <summary>The whole template.</summary>
    Template,

    /// <summary>Ended by <c>end</c> only.</summary>
    Plain,

    /// <summary>An <c>if</c>: <c>else</c> may follow.</summary>
    If,

    /// <summary>A <c>for</c>: <c>else</c> may follow.</summary>
    For,

    /// <summary>A <c>case</c>: holds only <c>when</c> and <c>else</c>.</summary>
    Case,

    /// <summary>A <c>when</c>: <c>when</c> and <c>else</c> may follow.</summary>
    When,

    /// <summary>A <c>do</c> in an expression, which goes on behind its <c>end</c>.</summary>
    Anonymous,
}
