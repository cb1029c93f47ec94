namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>A variable and its value.</summary>
/// <param name="Name">Name as written in the source.</param>
/// <param name="Value">Its value.</param>
public readonly record struct TraceVariable(string Name, TraceValue Value);
