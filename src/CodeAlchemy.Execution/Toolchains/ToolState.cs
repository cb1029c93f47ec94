namespace CodeAlchemy.Execution.Toolchains;

/// <summary>What was found of a program a language needs.</summary>
public enum ToolState
{
    /// <summary>It is there and new enough.</summary>
    Found,

    /// <summary>It is older than the language needs.</summary>
    TooOld,

    /// <summary>It is not there, or only where an unprivileged user can't read it.</summary>
    Missing,
}
