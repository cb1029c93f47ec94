using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Locks;

namespace CodeAlchemy.PluginHost;

/// <summary>Collects candidates from the lowest layer up and decides who keeps an id. Not thread-safe.</summary>
internal sealed class CatalogBuilder(PluginHostOptions options)
{
    private readonly SortedDictionary<PluginKey, PluginCandidate> _taken = new(PluginKey.Order);
    private readonly HashSet<(string Layer, PluginKey Key)> _seen = [];
    private readonly List<SkippedPlugin> _skipped = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    public void Add(PluginCandidate candidate)
    {
        _seen.Add((candidate.Layer.Name, candidate.Key));
        _diagnostics.AddRange(candidate.Diagnostics);
        if (candidate.Plugin is null)
        {
            _skipped.Add(candidate.Skip(candidate.Diagnostics));
            StepAside(candidate);
        }
        else if (!_taken.TryAdd(candidate.Key, candidate))
        {
            Resolve(candidate, _taken[candidate.Key]);
        }
    }

    /// <summary>Says that a plugin is missing which a lock file names.</summary>
    public void Expect(PluginLayer layer, LockedPlugin locked)
    {
        if (_seen.Contains((layer.Name, locked.Key)))
        {
            return;
        }

        var directory = Path.Combine(Path.GetFullPath(layer.Folder), PluginFolders.Of(locked.Key.Kind), locked.Key.Id);
        var missing = new Diagnostic(
            PluginCodes.NotInstalled,
            DiagnosticSeverity.Error,
            $"The {layer.Name} plugin '{locked.Key}' {locked.Version} is locked and not installed.",
            new TextLocation(directory),
            $"Run `codealchemy plugin restore{(layer.Name == PluginLayer.User ? " --user" : "")}`.");
        Add(new PluginCandidate(locked.Key.Kind, locked.Key.Id, layer, directory, null, [missing], IsRefused: true));
    }

    /// <summary>Takes a plugin whatever else has its id.</summary>
    public void Give(PluginDefinition plugin) => _taken[PluginKey.Of(plugin)] =
        new PluginCandidate(plugin.Kind, plugin.Id, new PluginLayer(plugin.Layer, plugin.Directory), plugin.Directory, plugin, []);

    public PluginCatalog Build()
    {
        var plugins = _taken.Values.Select(candidate => candidate.Plugin!).ToImmutableArray();
        _diagnostics.AddRange(LanguageConflicts.Find(_taken.Values));
        return new PluginCatalog(plugins, [.. _skipped], [.. _diagnostics], LayerOrder());
    }

    private void Resolve(PluginCandidate higher, PluginCandidate lower)
    {
        if (lower.Layer.Name != PluginLayer.BuiltIn)
        {
            // A project has its own version of what its user has: that is what the layers are for, and `plugin list` shows it.
            Take(higher, lower, new Diagnostic(
                PluginCodes.Shadowed, DiagnosticSeverity.Warning, $"The {higher.Layer.Name} layer has its own {PluginFolders.Of(higher.Kind)} plugin '{higher.Id}'.", new TextLocation(lower.Manifest)));
            return;
        }

        var isAllowed = options.Replacements.Contains(higher.Key);
        var (winner, loser) = isAllowed ? (higher, lower) : (lower, higher);
        var reason = new Diagnostic(
            PluginCodes.Shadowed,
            isAllowed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            $"The {PluginFolders.Of(higher.Kind)} plugin '{higher.Id}' is in the {lower.Layer.Name} and in the {higher.Layer.Name} layer; the {winner.Layer.Name} one is used.",
            new TextLocation(loser.Manifest),
            isAllowed ? null : "Rename it, or install it with --replace.");
        Take(winner, loser, reason);
        _diagnostics.Add(reason);
    }

    private void Take(PluginCandidate winner, PluginCandidate loser, Diagnostic reason)
    {
        _taken[winner.Key] = winner;
        _skipped.Add(loser.Skip(reason));
    }

    // Where a plugin may not be taken, one of the same id below it would be another plugin under its name: better none.
    private void StepAside(PluginCandidate refused)
    {
        if (refused.IsRefused && _taken.TryGetValue(refused.Key, out var lower) && (lower.Layer.Name != PluginLayer.BuiltIn || options.Replacements.Contains(refused.Key)))
        {
            _taken.Remove(refused.Key);
        }
    }

    private ImmutableArray<string> LayerOrder() => [.. options.Layers.Select(layer => layer.Name)];
}
