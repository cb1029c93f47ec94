using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>A user-defined type whose fields are shown.</summary>
internal sealed class PlannedRecord
{
    /// <summary>Number among the records of the file.</summary>
    public required int Index { get; init; }

    /// <summary>The type as the program writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The type's parameters as the program writes them, or empty.</summary>
    public required string Parameters { get; init; }

    /// <summary>Whether it can be named before it is defined.</summary>
    public required bool Forward { get; init; }

    /// <summary>Its definition.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Its list of fields.</summary>
    public required SourceSpan Body { get; init; }

    /// <summary>End of the scope it is known in.</summary>
    public required int ScopeEnd { get; init; }

    /// <summary>Whether it stands inside a function.</summary>
    public required bool Local { get; init; }

    /// <summary>Names and variants of its fields.</summary>
    public List<(string Name, string? Variant)> Fields { get; } = [];

    /// <summary>Whether the compiler objected to it.</summary>
    public bool Dropped { get; set; }
}
