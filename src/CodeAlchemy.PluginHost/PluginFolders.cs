using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>How a layer's folder is laid out.</summary>
public static class PluginFolders
{
    /// <summary>File that describes a plugin.</summary>
    public const string Manifest = "plugin.yaml";

    /// <summary>Folder of all plugins of a kind, below a layer's folder.</summary>
    public static string Of(PluginKind kind) => kind switch
    {
        PluginKind.Language => "languages",
        PluginKind.Strategy => "strategies",
        _ => "evaluators",
    };
}
