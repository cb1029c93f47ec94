namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Limits that a tracer enforces itself. Defaults are those of the format.</summary>
public sealed record TraceLimits
{
    /// <summary>The defaults.</summary>
    public static TraceLimits Default { get; } = new();

    /// <summary>Most events in one trace.</summary>
    public int Events { get; init; } = 100_000;

    /// <summary>Most bytes of wire records in one trace.</summary>
    public long Bytes { get; init; } = 32L << 20;

    /// <summary>How deep a nested value is shown.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>Most items of one collection that are shown.</summary>
    public int Items { get; init; } = 32;

    /// <summary>Most characters of one value's text.</summary>
    public int Characters { get; init; } = 256;
}
