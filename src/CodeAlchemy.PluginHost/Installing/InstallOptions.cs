namespace CodeAlchemy.PluginHost.Installing;

/// <summary>How a plugin is installed. Immutable.</summary>
public sealed record InstallOptions
{
    /// <summary>Whether it may take the place of a built-in plugin.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether updates shall leave it as it is.</summary>
    public bool Pin { get; init; }

    /// <summary>Whether changes that were made to the installed plugin by hand may be lost, and a pinned one may change.</summary>
    public bool Force { get; init; }
}
