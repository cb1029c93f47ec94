using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;

namespace CodeAlchemy.PluginHost;

/// <summary>All plugins that were found. Immutable and thread-safe.</summary>
public sealed class PluginCatalog
{
    private readonly ImmutableDictionary<(PluginKind Kind, string Id), PluginDefinition> _plugins;

    internal PluginCatalog(
        ImmutableArray<PluginDefinition> plugins, ImmutableArray<SkippedPlugin> skipped, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> layers)
    {
        All = plugins;
        Skipped = skipped;
        Diagnostics = diagnostics;
        Languages = [.. plugins.Select(plugin => plugin.Language).OfType<LanguageDefinition>()];
        _plugins = plugins.ToImmutableDictionary(plugin => (plugin.Kind, plugin.Id));
        Detector = new LanguageDetector(plugins
            .Where(plugin => plugin.Language is not null)
            .OrderBy(plugin => layers.IndexOf(plugin.Layer))
            .ThenBy(plugin => plugin.Id, StringComparer.Ordinal)
            .Select(plugin => plugin.Language!));
    }

    /// <summary>A catalog without plugins.</summary>
    public static PluginCatalog Empty { get; } = new([], [], [], []);

    /// <summary>All plugins, ordered by kind and id.</summary>
    public ImmutableArray<PluginDefinition> All { get; }

    /// <summary>The languages, ordered by id.</summary>
    public ImmutableArray<LanguageDefinition> Languages { get; }

    /// <summary>Plugins that were found but not taken.</summary>
    public ImmutableArray<SkippedPlugin> Skipped { get; }

    /// <summary>What was found wrong, in the order of the layers.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Tells the language of a file.</summary>
    public LanguageDetector Detector { get; }

    /// <summary>The plugins of kind strategy, ordered by id.</summary>
    public IEnumerable<PluginDefinition> Strategies => All.Where(plugin => plugin.Kind == PluginKind.Strategy);

    /// <summary>A plugin, or <see langword="null"/>.</summary>
    public PluginDefinition? Find(PluginKind kind, string id) => _plugins.GetValueOrDefault((kind, id));

    /// <summary>A language, or <see langword="null"/>.</summary>
    public LanguageDefinition? FindLanguage(string id) => Find(PluginKind.Language, id)?.Language;

    /// <summary>A plugin that must be there.</summary>
    /// <exception cref="ProblemException">It was skipped (exit 6, with the reason), or is not there at all (exit 5, with the nearest name).</exception>
    public PluginDefinition Require(PluginKind kind, string id) =>
        Find(kind, id) ?? throw new ProblemException(Missing(kind, id));

    /// <summary>What a manifest may name, with this catalog's strategies.</summary>
    public PipelineCatalogue ToPipelineCatalogue() => PipelineCatalogue.Default with
    {
        Strategies = Strategies
            .Where(plugin => plugin.Strategy is not null)
            .ToDictionary(plugin => plugin.Id, plugin => plugin.Strategy!, StringComparer.Ordinal),
    };

    private Problem Missing(PluginKind kind, string id)
    {
        var name = kind.ToString().ToLowerInvariant();
        var reason = Skipped.FirstOrDefault(skipped => skipped.Kind == kind && skipped.Id == id)?.Reasons
            .MinBy(diagnostic => diagnostic.Severity);
        if (reason is not null)
        {
            return new Problem(PluginCodes.Broken, $"The {name} '{id}' can't be used: {reason.Message}", reason.Remedy ?? "Correct the plugin.", ExitCode.Plugin, reason.Location);
        }

        var known = All.Where(plugin => plugin.Kind == kind).Select(plugin => plugin.Id).ToArray();
        var nearest = NearestName.Find(id, known);
        var remedy = nearest is not null ? $"Did you mean '{nearest}'?"
            : known.Length > 0 ? $"There are: {string.Join(", ", known)}."
            : "No such plugin is installed, or safe mode leaves it out.";
        return new Problem(PluginCodes.Unknown, $"There is no {name} '{id}'.", remedy, ExitCode.Configuration);
    }
}
