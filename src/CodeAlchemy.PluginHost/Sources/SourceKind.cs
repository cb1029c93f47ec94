namespace CodeAlchemy.PluginHost.Sources;

/// <summary>Where plugins come from.</summary>
public enum SourceKind
{
    /// <summary>A folder of this machine.</summary>
    Folder,

    /// <summary>An archive file of this machine.</summary>
    Archive,

    /// <summary>An archive behind a web address.</summary>
    Url,

    /// <summary>A git repository.</summary>
    Git,

    /// <summary>A package of a feed in the user's configuration.</summary>
    NuGet,
}
