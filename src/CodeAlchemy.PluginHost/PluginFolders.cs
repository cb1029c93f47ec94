using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>How a layer's folder is laid out.</summary>
public static partial class PluginFolders
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

    /// <summary>Whether a text may be the id of a plugin, and so the name of a folder.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
