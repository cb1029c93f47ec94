using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>How programs are run and traced.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Isolation.</summary>
    public IsolationLevel Isolation { get; init; } = IsolationLevel.Strict;

    /// <summary>Limits of one execution.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Limits of one trace.</summary>
    public TraceLimits Trace { get; init; } = TraceLimits.Default;
}
