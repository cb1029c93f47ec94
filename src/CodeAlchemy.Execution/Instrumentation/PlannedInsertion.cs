namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>An insertion at a place. Insertions of one <see cref="Group"/> only make sense together.</summary>
internal sealed class PlannedInsertion
{
    /// <summary>The text.</summary>
    public required InsertionTemplate Template { get; init; }

    /// <summary>Byte of the original text before which it goes.</summary>
    public required int Offset { get; init; }

    /// <summary>Line it speaks of.</summary>
    public required int Line { get; init; }

    /// <summary>Order among insertions at the same place.</summary>
    public required (int Phase, int Nesting, int Rank) Order { get; init; }

    /// <summary>The function it belongs to, or <see langword="null"/>.</summary>
    public PlannedFunction? Function { get; init; }

    /// <summary>The record it belongs to, or <see langword="null"/>.</summary>
    public PlannedRecord? Record { get; init; }

    /// <summary>Whether the others of its function depend on it.</summary>
    public bool Essential { get; init; }

    /// <summary>What stands or falls together.</summary>
    public required InsertionGroup Group { get; init; }

    /// <summary>Whether it is left out.</summary>
    public bool Dropped => Group.Dropped || Function is { Dropped: true } || Record is { Dropped: true };
}
