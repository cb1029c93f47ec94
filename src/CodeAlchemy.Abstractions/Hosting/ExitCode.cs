namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Exit codes of the tool. Documented under <c>codealchemy help exit-codes</c>.</summary>
public enum ExitCode
{
    /// <summary>All went well.</summary>
    Ok = 0,

    /// <summary>A failure without a class of its own.</summary>
    Failure = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>More rejects than the manifest allows.</summary>
    Rejects = 3,

    /// <summary>Stopped by a budget or limit.</summary>
    Limit = 4,

    /// <summary>A manifest or the configuration is wrong.</summary>
    Configuration = 5,

    /// <summary>A plugin is broken.</summary>
    Plugin = 6,

    /// <summary>A tool chain or a sandbox feature is missing.</summary>
    MissingTool = 7,

    /// <summary>Interrupted; the run can be resumed.</summary>
    Interrupted = 130,
}
