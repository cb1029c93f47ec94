using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Programs;

/// <summary>One program to run or trace.</summary>
public sealed record ProgramRequest
{
    /// <summary>Path of the program.</summary>
    public required string File { get; init; }

    /// <summary>The program's text in place of what the file holds, as an editor has it; or <see langword="null"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Arguments of the program.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Path of a file given as standard input, or <see langword="null"/>.</summary>
    public string? Stdin { get; init; }

    /// <summary>Standard input in place of <see cref="Stdin"/>; or <see langword="null"/>.</summary>
    public string? Input { get; init; }

    /// <summary>Name of a case of the sidecar; <see langword="null"/> for arguments and input as given here.</summary>
    public string? Case { get; init; }

    /// <summary>Id of the language; <see langword="null"/> to tell it from the file.</summary>
    public string? Language { get; init; }

    /// <summary>Limits and isolation.</summary>
    public ExecutionOptions Options { get; init; } = new();
}
