using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>One way to trace a language: a hook or agent (a command), or source instrumentation.</summary>
public sealed record TracerDefinition
{
    /// <summary>Name of the mechanism, for example <c>settrace</c>, <c>agent</c>, <c>instrument</c>, <c>gdb</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Commands that compile for tracing; empty when the untraced build serves.</summary>
    public ImmutableArray<ImmutableArray<string>> Compile { get; init; } = [];

    /// <summary>Command that runs the program traced; arguments of the case are appended.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Source instrumentation done by the host's engine before <see cref="Compile"/>, or <see langword="null"/>.</summary>
    public InstrumentDefinition? Instrument { get; init; }
}
