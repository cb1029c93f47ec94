namespace CodeAlchemy.Workspace.Health;

/// <summary>Whether something works here.</summary>
public enum HealthState
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>The tool works without it, with less.</summary>
    Limited,

    /// <summary>It is missing or broken, and something can't be done.</summary>
    Broken,
}
