using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Sources;
using CodeAlchemy.PluginHost.Trust;
using CodeAlchemy.Workspace.Conformance;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>Plugins as their user and their author see them: install, list, lock, trust, check, test, begin. Thread-safe.</summary>
public sealed class PluginService
{
    private readonly Installation _installation;

    internal PluginService(Installation installation) => _installation = installation;

    private PluginRoom Room => _installation.Room;

    /// <summary>All plugins that were found, also those that are not taken, by kind, id and layer.</summary>
    public ImmutableArray<PluginListing> List()
    {
        var taken = _installation.Plugins.All.Select(plugin => Listing(PluginKey.Of(plugin), plugin.Layer, plugin.Directory, plugin, []));
        var skipped = _installation.Plugins.Skipped.Select(plugin => Listing(new PluginKey(plugin.Kind, plugin.Id), plugin.Layer, plugin.Directory, null, plugin.Reasons));
        return [.. taken.Concat(skipped).OrderBy(listing => listing.Key, PluginKey.Order).ThenByDescending(listing => listing.IsTaken)];
    }

    /// <summary>Everything about a plugin.</summary>
    /// <exception cref="ProblemException">There is no such plugin, or several of other kinds (exit 2).</exception>
    public PluginDetails Describe(string name)
    {
        var listing = Find(name);
        var definition = listing.Definition ?? PluginFolderReader.Read(listing.Directory).Value;
        var runs = definition is null ? [] : CodeInventory.Of(definition, Room.IsKnownGrammar);
        var content = Directory.Exists(listing.Directory) ? PluginContent.List(listing.Directory).Hash : "";
        var isAllowed = listing.Layer == PluginLayer.BuiltIn || runs.IsEmpty || Room.Trust.IsAllowed(listing.Key, content);
        return new PluginDetails(listing, content, runs, isAllowed);
    }

    /// <summary>A plugin by its id or by <c>kind/id</c>.</summary>
    /// <exception cref="ProblemException">There is no such plugin, or several of other kinds (exit 2).</exception>
    public PluginListing Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var all = List();
        var found = all.Where(listing => listing.Key.ToString() == name || listing.Key.Id == name).DistinctBy(listing => listing.Key).ToArray();
        return found.Length switch
        {
            1 => found[0],
            0 => throw new ProblemException(new Problem(
                "unknown-plugin",
                $"There is no plugin '{name}'.",
                NearestName.Find(name, all.SelectMany(listing => new[] { listing.Key.Id, listing.Key.ToString() })) is { } nearest ? $"Did you mean '{nearest}'?" : "See `codealchemy plugin list`.",
                ExitCode.Usage)),
            _ => throw new ProblemException(new Problem(
                "ambiguous-plugin", $"There are several plugins '{name}'.", $"Write one of {string.Join(", ", found.Select(listing => listing.Key))}.", ExitCode.Usage)),
        };
    }

    /// <summary>The plugin of a layer that a name means, also when it is only locked there.</summary>
    /// <exception cref="ProblemException">The layer has no such plugin (exit 2).</exception>
    public PluginKey KeyIn(bool user, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var place = user ? Room.User : Room.Project;
        var known = place.Lock.Read().Plugins.Keys.Concat(List().Where(listing => listing.Layer == place.Layer.Name).Select(listing => listing.Key)).Distinct().ToArray();
        var found = known.Where(key => key.ToString() == name || key.Id == name).ToArray();
        if (found.Length == 1)
        {
            return found[0];
        }

        var nearest = NearestName.Find(name, known.SelectMany(key => new[] { key.Id, key.ToString() }));
        throw new ProblemException(new Problem(
            "unknown-plugin",
            found.Length > 1 ? $"There are several plugins '{name}' in the {place.Layer.Name} layer." : $"The {place.Layer.Name} layer has no plugin '{name}'.",
            found.Length > 1 ? $"Write one of {string.Join(", ", found)}." : nearest is not null ? $"Did you mean '{nearest}'?" : user ? "Without --user the project's layer is meant." : "With --user the user's layer is meant.",
            ExitCode.Usage));
    }

    /// <summary>Reads the words by which a user names a source; paths count from the project's folder.</summary>
    /// <exception cref="ProblemException">They name none (exit 2).</exception>
    public PluginOrigin ParseSource(string text) => PluginReference.Parse(text, _installation.Options.Project);

    /// <summary>What changes the plugins of a layer.</summary>
    /// <param name="user">The user's layer; else the project's.</param>
    /// <param name="consent">Asks the user.</param>
    public PluginInstaller Installer(bool user, IPluginConsent consent)
    {
        var builtIn = PluginDiscovery.Discover(new PluginHostOptions { Layers = [Room.BuiltIn] }).All.Select(PluginKey.Of);
        var rules = new InstallerRules { BuiltIn = [.. builtIn], IsKnownGrammar = Room.IsKnownGrammar };
        return new PluginInstaller(user ? Room.User : Room.Project, rules, Room.Sources, Room.Trust, consent);
    }

    /// <summary>Asks whether a plugin may run what it runs now, and remembers the answer.</summary>
    /// <returns>Whether it may.</returns>
    /// <exception cref="ProblemException">There is no such plugin, it is broken, or it is not what its lock file says (exit 6).</exception>
    public async Task<bool> Trust(string name, IPluginConsent consent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consent);
        var details = Describe(name);
        var plugin = PluginFolderReader.Require(details.Listing.Directory);
        if (details.Listing.Reasons.FirstOrDefault(reason => reason.Code == PluginCodes.Changed) is { } changed)
        {
            throw new ProblemException(new Problem(changed.Code, changed.Message, changed.Remedy!, ExitCode.Plugin, changed.Location));
        }

        if (details.IsAllowed)
        {
            return true;
        }

        var part = plugin.Strategy ?? plugin.Evaluator;
        var question = new ConsentQuestion(
            details.Listing.Key, plugin.Version, details.Listing.Directory, details.Content, details.Runs, part?.Needs ?? [], Room.Trust.IsKnown(details.Listing.Key));
        var allowed = await consent.Ask(question, cancellationToken);
        if (allowed)
        {
            Room.Trust.Allow(details.Listing.Key, details.Content);
        }

        return allowed;
    }

    /// <summary>Checks a plugin's folder wherever it lies; loads nothing.</summary>
    public PluginValidation Validate(string path)
    {
        var parsed = PluginFolderReader.Read(path);
        var runs = parsed.Value is { } plugin ? CodeInventory.Of(plugin, Room.IsKnownGrammar) : [];
        return new PluginValidation(parsed.Value?.Directory ?? Path.GetFullPath(path), parsed.Value, parsed.Diagnostics, runs);
    }

    /// <summary>Runs the samples of a strategy or evaluator.</summary>
    /// <param name="plugin">The plugin; one of this workspace.</param>
    /// <param name="isolation">Isolation of the programs.</param>
    /// <param name="cancellationToken">Stops the test.</param>
    /// <exception cref="ProblemException">It can't be built or loaded.</exception>
    public Task<ConformanceReport> Test(PluginDefinition plugin, IsolationLevel isolation, CancellationToken cancellationToken) =>
        new PluginTest(_installation, plugin, isolation).Run(cancellationToken);

    /// <summary>Begins a plugin: writes its first files.</summary>
    /// <returns>The files, relative to the new folder.</returns>
    /// <exception cref="ProblemException">The folder is there, or a value does not fit (exit 2).</exception>
    public ImmutableArray<string> Create(ScaffoldRequest request) => new PluginScaffold(Path.Combine(_installation.Options.Root, "templates", "scaffold")).Write(request);

    private PluginListing Listing(PluginKey key, string layer, string directory, PluginDefinition? definition, ImmutableArray<Diagnostic> reasons)
    {
        var locked = (layer == PluginLayer.User ? Room.User : layer == PluginLayer.Project ? Room.Project : null)?.Lock.Read().Find(key);
        return new PluginListing(key, layer, directory, definition, locked, definition is not null && locked is { Replaces: true }, reasons);
    }
}
