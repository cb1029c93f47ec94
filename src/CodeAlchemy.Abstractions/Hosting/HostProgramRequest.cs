using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>One start of a program on this machine, outside of the sandbox. Immutable.</summary>
public sealed record HostProgramRequest
{
    /// <summary>Plain name of the program, looked up on the PATH.</summary>
    public required string Program { get; init; }

    /// <summary>Its arguments.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Its working directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Variables besides those in <see cref="Inherited"/>.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Names of variables that it gets from this process; no others are passed on.</summary>
    public ImmutableArray<string> Inherited { get; init; } = ["PATH", "HOME"];

    /// <summary>Longest it may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);
}
