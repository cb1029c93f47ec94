namespace CodeAlchemy.Workspace.Plans;

/// <summary>How much a plan tries. Immutable.</summary>
public sealed record PlanOptions
{
    /// <summary>Files on which the strategies are tried; with 0 nothing is executed.</summary>
    public int Sample { get; init; } = 8;

    /// <summary>Whether models are really asked for the tried files, which costs what their requests cost.</summary>
    public bool Ask { get; init; }
}
