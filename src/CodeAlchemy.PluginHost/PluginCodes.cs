namespace CodeAlchemy.PluginHost;

/// <summary>Stable ids of what can be wrong with a plugin; they appear in diagnostics and problems.</summary>
public static class PluginCodes
{
    /// <summary>A plugin's folder or manifest can't be read.</summary>
    public const string Unreadable = "plugin-unreadable";

    /// <summary>The folder has another name than the plugin, or lies among plugins of another kind.</summary>
    public const string Misplaced = "plugin-misplaced";

    /// <summary>A file that the manifest names is missing.</summary>
    public const string MissingFile = "plugin-file-missing";

    /// <summary>The plugin needs another version of the host contract.</summary>
    public const string HostVersion = "plugin-host-version";

    /// <summary>A plugin of a lower layer has the same id.</summary>
    public const string Shadowed = "plugin-shadowed";

    /// <summary>Two languages claim the same file name ending or interpreter.</summary>
    public const string Ambiguous = "plugin-ambiguous";

    /// <summary>A plugin of that id is not there.</summary>
    public const string Unknown = "plugin-unknown";

    /// <summary>The plugin's manifest was found but is broken.</summary>
    public const string Broken = "plugin-broken";

    /// <summary>The assembly is missing.</summary>
    public const string AssemblyMissing = "plugin-assembly-missing";

    /// <summary>The assembly can't be loaded.</summary>
    public const string AssemblyBroken = "plugin-assembly-broken";

    /// <summary>The assembly holds no strategy, or not the one named.</summary>
    public const string NoStrategy = "plugin-no-strategy";

    /// <summary>The assembly holds several strategies and the manifest names none.</summary>
    public const string SeveralStrategies = "plugin-several-strategies";

    /// <summary>The strategy can't be created.</summary>
    public const string Constructor = "plugin-constructor";

    /// <summary>An archive or folder holds what no plugin may hold.</summary>
    public const string Archive = "plugin-archive";

    /// <summary>The words that name a source can't be understood.</summary>
    public const string Reference = "plugin-reference";

    /// <summary>A source can't be had: it is not there, it takes too long, it is too large, or it is not allowed.</summary>
    public const string Source = "plugin-source";

    /// <summary>A lock file is not as it must be.</summary>
    public const string LockFile = "plugin-lock-file";

    /// <summary>A plugin's folder is not what the lock file says.</summary>
    public const string Changed = "plugin-changed";

    /// <summary>The lock file names a plugin that is not installed.</summary>
    public const string NotInstalled = "plugin-not-installed";

    /// <summary>A plugin runs code and was not allowed to.</summary>
    public const string Untrusted = "plugin-untrusted";

    /// <summary>A pinned plugin would change.</summary>
    public const string Pinned = "plugin-pinned";

    /// <summary>Another process changes the same plugins.</summary>
    public const string Busy = "plugin-busy";

    /// <summary>A plugin uses what its manifest doesn't declare under <c>needs</c>.</summary>
    public const string Undeclared = "plugin-undeclared-need";
}
