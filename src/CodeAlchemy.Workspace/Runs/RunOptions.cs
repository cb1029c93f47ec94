using CodeAlchemy.Pipeline;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>How a run is started; what it makes is the manifest's matter. Immutable.</summary>
public sealed record RunOptions
{
    /// <summary>What to do with work of an earlier start.</summary>
    public ResumeMode Resume { get; init; } = ResumeMode.Auto;

    /// <summary>Whether rows for which a model gave no answer are given up, so that the dataset is finished without them.</summary>
    public bool GiveUp { get; init; }

    /// <summary>Folder of batch files that stand in for the network: requests are written there and results read; or <see langword="null"/>.</summary>
    public string? Batch { get; init; }
}
