using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>A function that is traced, unless the compiler objects.</summary>
internal sealed class PlannedFunction
{
    /// <summary>Its name, as shown.</summary>
    public required string Name { get; init; }

    /// <summary>The written type of its result, or empty.</summary>
    public required string Type { get; init; }

    /// <summary>Which <c>return.….…</c> insertions serve its returns, or <see langword="null"/>.</summary>
    public required string? Result { get; init; }

    /// <summary>Which <c>enter.…</c> and <c>end.…</c> serve it, or <see langword="null"/>.</summary>
    public string? Variant { get; init; }

    /// <summary>Line of its name.</summary>
    public required int Line { get; init; }

    /// <summary>All of it, parameters included.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Its body; insertions go between the first and the last byte.</summary>
    public required SourceSpan Body { get; init; }

    /// <summary>Whether it is its own body: the code of a file, which has no brackets to put anything between.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Its variables in the order of their declarations.</summary>
    public List<PlannedVariable> Variables { get; } = [];

    /// <summary>Its distinct variable names; the index is the slot.</summary>
    public List<string> Slots { get; } = [];

    /// <summary>Whether it is left untraced after all.</summary>
    public bool Dropped { get; set; }
}
