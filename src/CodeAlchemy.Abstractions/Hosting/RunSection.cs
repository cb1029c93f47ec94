using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>The <c>run</c> section of a manifest.</summary>
public sealed record RunSection
{
    /// <summary>Executor; <c>local</c>.</summary>
    public string Executor { get; init; } = "local";

    /// <summary>Isolation of programs.</summary>
    public IsolationLevel Isolation { get; init; } = IsolationLevel.Strict;

    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Share of failed ÷ (inputs − filtered − duplicate) above which the run ends with exit 3, from 0 to 1.</summary>
    public double RejectsAtMost { get; init; } = 1.0;

    /// <summary>Programs running at the same time; 0 for one per core.</summary>
    public int Processes { get; init; }

    /// <summary>What models may use.</summary>
    public ModelBudget Budget { get; init; } = new();

    /// <summary>Limits of one execution.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Limits of one trace.</summary>
    public TraceLimits Trace { get; init; } = TraceLimits.Default;
}
