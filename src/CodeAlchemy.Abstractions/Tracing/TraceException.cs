namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>An exception as it is shown.</summary>
/// <param name="Type">Type name without addresses.</param>
/// <param name="Message">Message, or <see langword="null"/> where it is not known.</param>
public sealed record TraceException(string Type, string? Message);
