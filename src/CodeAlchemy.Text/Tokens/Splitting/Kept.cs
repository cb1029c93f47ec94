namespace CodeAlchemy.Text.Tokens.Splitting;

/// <summary>What a split keeps.</summary>
[Flags]
internal enum Kept
{
    /// <summary>What matches.</summary>
    Matches = 1,

    /// <summary>What lies between.</summary>
    Others = 2,
}
