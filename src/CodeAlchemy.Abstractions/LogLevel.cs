namespace CodeAlchemy.Abstractions;

/// <summary>Severity of a log line.</summary>
public enum LogLevel
{
    /// <summary>Only for finding faults.</summary>
    Debug,

    /// <summary>Progress.</summary>
    Information,

    /// <summary>Something was skipped or replaced.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,
}
