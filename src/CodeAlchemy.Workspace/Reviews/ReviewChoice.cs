using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>What a person decides about a row.</summary>
/// <param name="Decision">Neither undo nor redo.</param>
public sealed record ReviewChoice(ReviewDecision Decision)
{
    /// <summary>Why; a reject needs it.</summary>
    public string? Reason { get; init; }

    /// <summary>The messages of an edit; the default for other decisions.</summary>
    public ImmutableArray<Message> Messages { get; init; }

    /// <summary>Who, or <see langword="null"/>.</summary>
    public string? Author { get; init; }

    /// <summary>Digest of the row that the person saw, or <see langword="null"/> to decide about the row as it is now.</summary>
    public string? Digest { get; init; }
}
