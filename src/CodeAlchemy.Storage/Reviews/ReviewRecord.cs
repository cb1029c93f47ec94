using System.Collections.Immutable;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>One line of a review journal (<c>codealchemy.review/1</c>).</summary>
public sealed record ReviewRecord
{
    /// <summary>The schema this version of the tool writes.</summary>
    public const string CurrentSchema = "codealchemy.review/1";

    /// <summary>Number of the line's decision; grows by one from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What was decided.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>The row it is about; the default for undo and redo.</summary>
    public RowKey Row { get; init; }

    /// <summary>Why, or <see langword="null"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The messages of an edit; the default for all other decisions, and in a fold, which keeps only where they stand.</summary>
    public ImmutableArray<Message> Messages { get; init; }

    /// <summary>Sequence of the decision that an undo takes back or a redo lets hold again; else 0.</summary>
    public long Of { get; init; }

    /// <summary>Who decided, or <see langword="null"/>.</summary>
    public string? Author { get; init; }

    /// <summary>Offset of the line in the journal, in bytes; not written.</summary>
    public long Offset { get; init; }

    /// <summary>Length of the line without its end, in bytes; not written.</summary>
    public int Length { get; init; }

    /// <summary>Whether the decision is a verdict about a row, and not a mark or a step in time.</summary>
    public bool IsVerdict => Decision is ReviewDecision.Accept or ReviewDecision.Edit or ReviewDecision.Reject or ReviewDecision.Skip;
}
