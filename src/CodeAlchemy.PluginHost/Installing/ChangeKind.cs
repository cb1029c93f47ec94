namespace CodeAlchemy.PluginHost.Installing;

/// <summary>What became of a plugin.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Installed,

    /// <summary>Its content is another one.</summary>
    Updated,

    /// <summary>It was as it should be.</summary>
    Unchanged,

    /// <summary>It is pinned, and so it was left as it is.</summary>
    Pinned,

    /// <summary>It was got again as the lock file says.</summary>
    Restored,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It could not be had; see the problem.</summary>
    Failed,
}
