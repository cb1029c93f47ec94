namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>What a run may use, all its resumes together. A limit that is <see langword="null"/> is none.</summary>
/// <param name="Tokens">Tokens of prompts and replies.</param>
/// <param name="Money">Money in the currency of the prices.</param>
public sealed record ModelBudget(long? Tokens = null, decimal? Money = null)
{
    /// <summary>Whether there is any limit.</summary>
    public bool IsLimited => Tokens is not null || Money is not null;
}
