namespace CodeAlchemy.Pipeline.Running;

/// <summary>Volatile evidence or a log line, for the journal.</summary>
internal sealed record Note(long Input, string? Strategy, string? Task, string? Case, string Kind, string Text);
