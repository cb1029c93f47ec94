using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Workspace.Generation;

/// <summary>Rows wanted of one source text.</summary>
public sealed record GenerationRequest
{
    /// <summary>Path of the file; it need not exist.</summary>
    public required string File { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Id of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>Turns of a conversation; <see langword="null"/> for what the strategy does by itself.</summary>
    public int? Turns { get; init; }

    /// <summary>Whether the models of the project write the rows; else they are computed.</summary>
    public bool Model { get; init; }

    /// <summary>Folder below which runs of this kind lie.</summary>
    public required string Folder { get; init; }

    /// <summary>Isolation of programs.</summary>
    public IsolationLevel Isolation { get; init; } = IsolationLevel.Strict;
}
