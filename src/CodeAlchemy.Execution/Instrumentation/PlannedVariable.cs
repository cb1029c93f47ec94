namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>A variable and where it can be shown, in bytes of the original text.</summary>
internal sealed class PlannedVariable
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Slot of its name in the function; variables that shadow each other share it.</summary>
    public required int Slot { get; init; }

    /// <summary>Which <c>variable.…</c> insertion shows it, or <see langword="null"/>.</summary>
    public required string? Variant { get; init; }

    /// <summary>Where its name begins to mean it.</summary>
    public required int Declared { get; init; }

    /// <summary>From where on it has a value.</summary>
    public required int VisibleFrom { get; init; }

    /// <summary>End of its scope.</summary>
    public required int ScopeEnd { get; init; }

    /// <summary>From where on the compiler objects to it.</summary>
    public int DroppedFrom { get; set; } = int.MaxValue;
}
