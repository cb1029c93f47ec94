using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>Collects candidates from the lowest layer up and decides who keeps an id. Not thread-safe.</summary>
internal sealed class CatalogBuilder(PluginHostOptions options)
{
    private readonly SortedDictionary<(PluginKind Kind, string Id), PluginCandidate> _taken =
        new(Comparer<(PluginKind Kind, string Id)>.Create((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.Id, b.Id)));

    private readonly List<SkippedPlugin> _skipped = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    public void Add(PluginCandidate candidate)
    {
        _diagnostics.AddRange(candidate.Diagnostics);
        if (candidate.Plugin is null)
        {
            _skipped.Add(candidate.Skip(candidate.Diagnostics));
        }
        else if (!_taken.TryAdd((candidate.Kind, candidate.Id), candidate))
        {
            Resolve(candidate, _taken[(candidate.Kind, candidate.Id)]);
        }
    }

    public PluginCatalog Build()
    {
        var plugins = _taken.Values.Select(candidate => candidate.Plugin!).ToImmutableArray();
        _diagnostics.AddRange(LanguageConflicts.Find(_taken.Values));
        return new PluginCatalog(plugins, [.. _skipped], [.. _diagnostics], LayerOrder());
    }

    private void Resolve(PluginCandidate higher, PluginCandidate lower)
    {
        var isAllowed = options.AllowShadowing.Contains(higher.Id);
        var (winner, loser) = isAllowed ? (higher, lower) : (lower, higher);
        var reason = new Diagnostic(
            PluginCodes.Shadowed,
            isAllowed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            $"The {PluginFolders.Of(higher.Kind)} plugin '{higher.Id}' is in the {lower.Layer.Name} and in the {higher.Layer.Name} layer; the {winner.Layer.Name} one is used.",
            new TextLocation(loser.Manifest),
            isAllowed ? null : $"Rename it, or allow '{higher.Id}' to be replaced.");
        _taken[(winner.Kind, winner.Id)] = winner;
        _skipped.Add(loser.Skip(reason));
        _diagnostics.Add(reason);
    }

    private ImmutableArray<string> LayerOrder() => [.. options.Layers.Select(layer => layer.Name)];
}
