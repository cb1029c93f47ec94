namespace CodeAlchemy.Abstractions;

/// <summary>What a strategy makes of a source file: a <see cref="Sample"/> or a <see cref="Reject"/>.</summary>
public abstract record Outcome
{
    private protected Outcome()
    {
    }

    /// <summary>Task the outcome belongs to, for example <c>predict-output</c>; <c>*</c> when it concerns all tasks of a strategy.</summary>
    public required string Task { get; init; }
}
