namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Severity of a diagnostic.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The input can't be used.</summary>
    Error,

    /// <summary>The input can be used, but something in it has no effect or looks wrong.</summary>
    Warning,
}
