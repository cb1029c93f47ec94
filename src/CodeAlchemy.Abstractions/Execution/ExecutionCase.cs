using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Execution;

/// <summary>One way to execute a source file. Immutable.</summary>
public sealed record ExecutionCase
{
    /// <summary>The case without arguments and with empty input.</summary>
    public static ExecutionCase Default { get; } = new() { Name = "default" };

    /// <summary>Name, unique among the cases of a source.</summary>
    public required string Name { get; init; }

    /// <summary>Arguments of the program.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Bytes of the standard input.</summary>
    public ImmutableArray<byte> Stdin { get; init; } = [];

    /// <summary>Files put into the working directory before the start, path → content. Paths are relative and stay inside.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<byte>> Files { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty;

    /// <summary>Where the case came from: <c>default</c>, <c>sidecar</c>, <c>doctest</c>, <c>example</c> or <c>mutation</c>.</summary>
    public string Origin { get; init; } = "default";
}
