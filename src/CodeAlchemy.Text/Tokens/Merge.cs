namespace CodeAlchemy.Text.Tokens;

/// <summary>What two tokens side by side become.</summary>
/// <param name="Rank">The lower, the sooner.</param>
/// <param name="Id">The token that they become.</param>
internal readonly record struct Merge(int Rank, int Id);
