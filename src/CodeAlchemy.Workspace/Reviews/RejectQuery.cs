namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Which rejects are wanted; what is <see langword="null"/> limits nothing.</summary>
public sealed record RejectQuery
{
    /// <summary>Reason id.</summary>
    public string? Reason { get; init; }

    /// <summary>Stage.</summary>
    public string? Stage { get; init; }

    /// <summary>Id of a strategy.</summary>
    public string? Strategy { get; init; }

    /// <summary>Id of a language.</summary>
    public string? Language { get; init; }

    /// <summary>Where to go on, from the page before; <see langword="null"/> for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most rejects of a page.</summary>
    public int Limit { get; init; } = 50;
}
