namespace CodeAlchemy.Abstractions.Execution;

/// <summary>How strictly programs are kept apart.</summary>
public enum IsolationLevel
{
    /// <summary>Every protection and limit, or an error that names what is missing.</summary>
    Strict,

    /// <summary>What the machine offers; what is missing is said.</summary>
    Standard,

    /// <summary>No sandbox. Must be asked for.</summary>
    None,
}
