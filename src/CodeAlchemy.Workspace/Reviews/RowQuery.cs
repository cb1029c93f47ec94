using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Which rows are wanted; what is <see langword="null"/> limits nothing.</summary>
public sealed record RowQuery
{
    /// <summary>Id of a strategy.</summary>
    public string? Strategy { get; init; }

    /// <summary>Id of a language.</summary>
    public string? Language { get; init; }

    /// <summary>A task.</summary>
    public string? Task { get; init; }

    /// <summary>What was decided.</summary>
    public RowVerdict? Verdict { get; init; }

    /// <summary>Whether marked for another look.</summary>
    public bool? Flagged { get; init; }

    /// <summary>Whether an older form was decided about and this one not.</summary>
    public bool? Stale { get; init; }

    /// <summary>Text that occurs in a message, its reasoning or the path of the source, in upper or lower case.</summary>
    public string? Text { get; init; }

    /// <summary>Where to go on, from the page before; <see langword="null"/> for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most rows of a page.</summary>
    public int Limit { get; init; } = 50;
}
