namespace CodeAlchemy.Prompts.Parsing;

/// <summary>What an expression may hold.</summary>
internal enum ExpressionMode
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>No named arguments: a colon belongs to <c>? :</c>.</summary>
    NoNames,

    /// <summary>Literals, paths and parentheses only.</summary>
    Basic,

    /// <summary>A value of <c>when</c>: <c>||</c> separates values.</summary>
    When,
}
