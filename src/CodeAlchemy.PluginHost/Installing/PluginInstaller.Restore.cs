using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Locks;

namespace CodeAlchemy.PluginHost.Installing;

/// <content>Brings a layer to what its lock file says.</content>
public sealed partial class PluginInstaller
{
    /// <summary>
    /// Gets exactly the plugins that the lock file names; the file stays as it is. A source that gives something else fails with what differs.
    /// </summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<PluginChange>> Restore(CancellationToken cancellationToken)
    {
        using var guard = await Enter(cancellationToken).ConfigureAwait(false);
        var changes = new List<PluginChange>();
        foreach (var locked in place.Lock.Read().Plugins.Values)
        {
            changes.Add(await Attempt(locked, () => Restore(locked, cancellationToken)).ConfigureAwait(false));
        }

        return changes;
    }

    private async Task<PluginChange> Restore(LockedPlugin locked, CancellationToken cancellationToken)
    {
        if (rules.BuiltIn.Contains(locked.Key) && !locked.Replaces)
        {
            throw PluginFaults.Plugin(PluginCodes.Shadowed, $"The tool has a plugin '{locked.Key}' of its own now.", "Remove the plugin, or install it again with --replace.");
        }

        using var staging = new Staging(place.Layer.Folder);
        if (place.ContentOf(locked.Key) == locked.Content && PluginReader.Read(place.FolderOf(locked.Key), place.Layer.Name).Value is { } present)
        {
            await Agree(new StagedPlugin(present.Directory, present, new ContentListing(locked.Content, locked.Files), locked.Origin), cancellationToken).ConfigureAwait(false);
            return new PluginChange(locked.Key, ChangeKind.Unchanged, locked, locked);
        }

        var staged = await staging.Fetch(sources.Open(place.Lock.ToAbsolute(locked.Origin)), place.Layer, cancellationToken).ConfigureAwait(false);
        RequireSame(locked, staged);
        RequireContent(locked, staged);
        await Agree(staged, cancellationToken).ConfigureAwait(false);
        staging.Swap(staged.Directory, place.FolderOf(locked.Key));
        return new PluginChange(locked.Key, ChangeKind.Restored, locked, locked);
    }

    private static void RequireContent(LockedPlugin locked, StagedPlugin staged)
    {
        if (staged.Content.Hash == locked.Content)
        {
            return;
        }

        var differences = new ContentListing(locked.Content, locked.Files).Differences(staged.Content.Files);
        var version = staged.Definition.Version == locked.Version ? $"still version {locked.Version}" : $"version {staged.Definition.Version} in place of {locked.Version}";
        var more = differences.Count > 6 ? $" and {differences.Count - 6} more" : "";
        throw PluginFaults.Plugin(
            PluginCodes.Changed,
            $"{locked.Origin} gives another '{locked.Key}' than the lock file says ({version}): {string.Join(", ", differences.Take(6))}{more}.",
            "Nothing was changed. Ask where the change comes from; if it is meant, take it with `codealchemy plugin update`.");
    }
}
