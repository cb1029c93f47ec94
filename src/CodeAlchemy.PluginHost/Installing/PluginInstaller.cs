using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Locks;
using CodeAlchemy.PluginHost.Sources;
using CodeAlchemy.PluginHost.Trust;

namespace CodeAlchemy.PluginHost.Installing;

/// <summary>
/// Changes the plugins of one layer. One process at a time; a plugin is fetched and checked in a folder beside its place and takes it in one
/// step, so a kill leaves the old one or the new one. Thread-safe.
/// </summary>
/// <param name="place">The layer.</param>
/// <param name="rules">The tool around it.</param>
/// <param name="sources">Where plugins come from.</param>
/// <param name="trust">What the user allowed.</param>
/// <param name="consent">Asks the user.</param>
public sealed partial class PluginInstaller(PluginPlace place, InstallerRules rules, PluginSources sources, TrustStore trust, IPluginConsent consent)
{
    /// <summary>Installs a plugin, or another version of one that is there.</summary>
    /// <param name="origin">Where it comes from, with absolute paths.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops the work; nothing is changed then.</param>
    /// <exception cref="ProblemException">It can't be had, is no plugin for this host, takes the id of a built-in one, or was not allowed.</exception>
    public async Task<PluginChange> Install(PluginOrigin origin, InstallOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var guard = await Enter(cancellationToken).ConfigureAwait(false);
        using var staging = new Staging(place.Layer.Folder);
        var staged = await staging.Fetch(sources.Open(origin), place.Layer, cancellationToken).ConfigureAwait(false);
        var now = place.Lock.Read();
        var before = now.Find(staged.Key);
        CheckReplacement(staged, options, before);
        if (before is { IsPinned: true } && !options.Force && before.Content != staged.Content.Hash)
        {
            throw PluginFaults.Plugin(PluginCodes.Pinned, $"'{staged.Key}' is pinned to {before.Version}.", $"Let it go with `codealchemy plugin pin --off {staged.Key}`, or use --force.");
        }

        CheckOwnChanges(staged.Key, before, options.Force);
        var after = Locked(staged) with
        {
            IsPinned = options.Pin || before is { IsPinned: true },
            Replaces = rules.BuiltIn.Contains(staged.Key),
        };
        await Agree(staged, cancellationToken).ConfigureAwait(false);
        Put(staging, staged, now.With(after));
        return new PluginChange(staged.Key, before is null ? ChangeKind.Installed : before.Content == after.Content ? ChangeKind.Unchanged : ChangeKind.Updated, before, after);
    }

    /// <summary>Gets plugins anew from where they came from; pinned ones stay.</summary>
    /// <param name="keys">The plugins; all when there are none.</param>
    /// <param name="dryRun">Whether only to tell what would change.</param>
    /// <param name="force">Whether changes made by hand may be lost.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<PluginChange>> Update(IReadOnlyCollection<PluginKey> keys, bool dryRun, bool force, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        using var guard = await Enter(cancellationToken).ConfigureAwait(false);
        var changes = new List<PluginChange>();
        foreach (var before in Chosen(keys))
        {
            changes.Add(before.IsPinned
                ? new PluginChange(before.Key, ChangeKind.Pinned, before, before)
                : await Attempt(before, () => Update(before, dryRun, force, cancellationToken)).ConfigureAwait(false));
        }

        return changes;
    }

    /// <summary>Takes a plugin away, and what was allowed of it.</summary>
    /// <exception cref="ProblemException">It is not installed in this layer.</exception>
    public async Task<PluginChange> Remove(PluginKey key, bool force, CancellationToken cancellationToken)
    {
        using var guard = await Enter(cancellationToken).ConfigureAwait(false);
        using var staging = new Staging(place.Layer.Folder);
        var now = place.Lock.Read();
        var before = now.Find(key);
        var content = place.ContentOf(key);
        if (before is null && content is null)
        {
            throw Unknown(key, now);
        }

        CheckOwnChanges(key, before, force);
        place.Lock.Prepare(now.Without(key));
        if (content is not null)
        {
            staging.Take(place.FolderOf(key));
            trust.Forget(key, content);
        }

        place.Lock.Commit();
        return new PluginChange(key, ChangeKind.Removed, before, null);
    }

    /// <summary>Pins a plugin, so that updates leave it, or lets it go.</summary>
    /// <exception cref="ProblemException">The lock file doesn't name it.</exception>
    public async Task<PluginChange> Pin(PluginKey key, bool isPinned, CancellationToken cancellationToken)
    {
        using var guard = await Enter(cancellationToken).ConfigureAwait(false);
        var now = place.Lock.Read();
        var before = now.Find(key) ?? throw Unknown(key, now);
        var after = before with { IsPinned = isPinned };
        place.Lock.Write(now.With(after));
        return new PluginChange(key, isPinned ? ChangeKind.Pinned : ChangeKind.Unchanged, before, after);
    }

    private async Task<PluginChange> Update(LockedPlugin before, bool dryRun, bool force, CancellationToken cancellationToken)
    {
        using var staging = new Staging(place.Layer.Folder);
        var origin = place.Lock.ToAbsolute(before.Origin with { Revision = null });
        var staged = await staging.Fetch(sources.Open(origin), place.Layer, cancellationToken).ConfigureAwait(false);
        RequireSame(before, staged);
        var after = Locked(staged) with { IsPinned = before.IsPinned, Replaces = before.Replaces };
        var kind = before.Content == after.Content ? ChangeKind.Unchanged : ChangeKind.Updated;
        if (!dryRun && (before.Content != after.Content || before.Origin != after.Origin || place.ContentOf(before.Key) != before.Content))
        {
            CheckOwnChanges(before.Key, before, force);
            await Agree(staged, cancellationToken).ConfigureAwait(false);
            Put(staging, staged, place.Lock.Read().With(after));
        }

        return new PluginChange(before.Key, kind, before, after);
    }

    private IEnumerable<LockedPlugin> Chosen(IReadOnlyCollection<PluginKey> keys)
    {
        var now = place.Lock.Read();
        return keys.Count == 0 ? now.Plugins.Values : keys.Select(key => now.Find(key) ?? throw Unknown(key, now)).ToArray();
    }

    private void CheckReplacement(StagedPlugin staged, InstallOptions options, LockedPlugin? before)
    {
        if (rules.BuiltIn.Contains(staged.Key) && !options.Replace && before is not { Replaces: true })
        {
            throw PluginFaults.Plugin(
                PluginCodes.Shadowed,
                $"The tool has a plugin '{staged.Key}' of its own.",
                "Give the plugin another id, or say with --replace that it shall take its place; the lock file then says so too.");
        }
    }

    // What somebody wrote in place exists nowhere else.
    private void CheckOwnChanges(PluginKey key, LockedPlugin? before, bool force)
    {
        if (force || !Directory.Exists(place.FolderOf(key)))
        {
            return;
        }

        if (before is null)
        {
            throw PluginFaults.Plugin(PluginCodes.Changed, $"'{place.FolderOf(key)}' was not installed by this tool.", "Move it away, or lose it with --force.");
        }

        var differences = new ContentListing(before.Content, before.Files).Differences(PluginContent.List(place.FolderOf(key)).Files);
        if (differences.Count > 0)
        {
            throw PluginFaults.Plugin(
                PluginCodes.Changed, $"'{key}' was changed where it is installed: {string.Join(", ", differences.Take(4))}.", "Keep your changes elsewhere, then go back with `codealchemy plugin restore`, or lose them with --force.");
        }
    }

    private static void RequireSame(LockedPlugin before, StagedPlugin staged)
    {
        if (staged.Key != before.Key)
        {
            throw PluginFaults.Plugin(PluginCodes.Misplaced, $"Where '{before.Key}' came from there is '{staged.Key}' now.", "Remove the one and install the other.");
        }
    }

    private async Task Agree(StagedPlugin staged, CancellationToken cancellationToken)
    {
        var runs = CodeInventory.Of(staged.Definition, rules.IsKnownGrammar);
        if (runs.IsEmpty || trust.IsAllowed(staged.Key, staged.Content.Hash))
        {
            return;
        }

        var question = new ConsentQuestion(
            staged.Key, staged.Definition.Version, staged.Origin.ToString(), staged.Content.Hash, runs, (staged.Definition.Strategy ?? staged.Definition.Evaluator)?.Needs ?? [], trust.IsKnown(staged.Key));
        if (!await consent.Ask(question, cancellationToken).ConfigureAwait(false))
        {
            throw PluginFaults.Plugin(PluginCodes.Untrusted, $"'{staged.Key}' runs code and was not allowed.", "Nothing was changed. Look at what it runs, and allow it with --yes.");
        }

        trust.Allow(staged.Key, staged.Content.Hash);
    }

    private void Put(Staging staging, StagedPlugin staged, PluginLock after)
    {
        place.Lock.Prepare(after);
        staging.Swap(staged.Directory, place.FolderOf(staged.Key));
        place.Lock.Commit();
    }

    private LockedPlugin Locked(StagedPlugin staged) => new()
    {
        Key = staged.Key,
        Version = staged.Definition.Version,
        Origin = place.Lock.ToRelative(staged.Origin),
        Content = staged.Content.Hash,
        Files = staged.Content.Files,
    };

    private async Task<LayerGuard> Enter(CancellationToken cancellationToken)
    {
        var guard = await LayerGuard.Enter(place.Layer.Folder, rules.Patience, cancellationToken).ConfigureAwait(false);
        place.Lock.Recover(place.ContentOf);
        return guard;
    }

    private static async Task<PluginChange> Attempt(LockedPlugin before, Func<Task<PluginChange>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (ProblemException failure)
        {
            return new PluginChange(before.Key, ChangeKind.Failed, before, before, failure.Problem);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var problem = new Problem(PluginCodes.Source, $"'{before.Key}' can't be had: {failure.Message}", "Check the files, their rights and the space left.", ExitCode.Failure);
            return new PluginChange(before.Key, ChangeKind.Failed, before, before, problem);
        }
    }

    private ProblemException Unknown(PluginKey key, PluginLock now)
    {
        var nearest = NearestName.Find(key.ToString(), now.Plugins.Keys.Select(known => known.ToString()));
        return PluginFaults.Mistake(
            PluginCodes.Unknown,
            $"The {place.Layer.Name} layer has no plugin '{key}'.",
            nearest is null ? "See `codealchemy plugin list`; the user's layer is meant with --user." : $"Did you mean '{nearest}'?");
    }
}
