using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing;

/// <summary>A line that a strategy logged.</summary>
/// <param name="Level">Its severity.</param>
/// <param name="Message">Its text.</param>
public sealed record LogLine(LogLevel Level, string Message);
