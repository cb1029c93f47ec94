namespace CodeAlchemy.Workspace.Conformance;

/// <summary>How a program of a conformance test ended.</summary>
public enum ConformanceOutcome
{
    /// <summary>Traced, it behaved as untraced (and, for a sample, gave the expected events).</summary>
    Same,

    /// <summary>It did not.</summary>
    Different,

    /// <summary>Nothing can be said: it does not run by itself, or not deterministically, or not within the limits.</summary>
    NotGradable,
}
