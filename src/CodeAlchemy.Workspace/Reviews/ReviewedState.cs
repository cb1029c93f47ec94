namespace CodeAlchemy.Workspace.Reviews;

/// <summary>How far a run is.</summary>
public enum ReviewedState
{
    /// <summary>The dataset is complete.</summary>
    Finished,

    /// <summary>Somebody works on it.</summary>
    Running,

    /// <summary>It was stopped; the same command goes on.</summary>
    Unfinished,
}
