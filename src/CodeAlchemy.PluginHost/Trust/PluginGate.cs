using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Locks;

namespace CodeAlchemy.PluginHost.Trust;

/// <summary>
/// Lets built-in plugins pass; of others what a lock file names must be as it says, and what runs code must have been allowed. Thread-safe.
/// </summary>
/// <param name="locks">Name of a layer → what its lock file says. Layers that are not named need no gate.</param>
/// <param name="trust">What the user allowed.</param>
/// <param name="isKnownGrammar">Whether a grammar's package belongs to the installation of the tool.</param>
public sealed class PluginGate(IReadOnlyDictionary<string, PluginLock> locks, TrustStore trust, Func<string, bool> isKnownGrammar) : IPluginGate
{
    /// <inheritdoc/>
    public Diagnostic? Refuse(PluginDefinition plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        if (!locks.TryGetValue(plugin.Layer, out var layer))
        {
            return null;
        }

        var key = PluginKey.Of(plugin);
        var locked = layer.Find(key);
        var runsCode = !CodeInventory.Of(plugin, isKnownGrammar).IsEmpty;
        if (locked is null && !runsCode)
        {
            return null;
        }

        var content = PluginContent.List(plugin.Directory);
        return locked is not null && locked.Content != content.Hash ? Changed(plugin, locked, content)
            : runsCode && PluginContent.FirstLink(plugin.Directory) is { } link ? Linked(plugin, key, link)
            : runsCode && !trust.IsAllowed(key, content.Hash) ? Untrusted(plugin, key)
            : null;
    }

    private static Diagnostic Changed(PluginDefinition plugin, LockedPlugin locked, ContentListing content)
    {
        var differences = new ContentListing(locked.Content, locked.Files).Differences(content.Files);
        var what = differences.Count == 0 ? "its content" : string.Join(", ", differences.Take(4)) + (differences.Count > 4 ? $" and {differences.Count - 4} more" : "");
        return Fault(
            plugin,
            PluginCodes.Changed,
            $"The {plugin.Layer} plugin '{locked.Key}' is not what the lock file says: {what}.",
            $"Get back what was locked with `codealchemy plugin restore{UserFlag(plugin)}`, or take it out of the lock file with `codealchemy plugin remove`.");
    }

    // What a link leads to can change while the content that was allowed stays the same.
    private static Diagnostic Linked(PluginDefinition plugin, PluginKey key, string link) => Fault(
        plugin,
        PluginCodes.Untrusted,
        $"The {plugin.Layer} plugin '{key}' runs code and holds the link '{link}', behind which anything may be.",
        "Put the file in the link's place.");

    private Diagnostic Untrusted(PluginDefinition plugin, PluginKey key) => Fault(
        plugin,
        PluginCodes.Untrusted,
        trust.IsKnown(key)
            ? $"The {plugin.Layer} plugin '{key}' runs code and has changed since you allowed it."
            : $"The {plugin.Layer} plugin '{key}' runs code, and you have not allowed it.",
        $"See what it runs and allow it: `codealchemy plugin trust {key}`.");

    private static string UserFlag(PluginDefinition plugin) => plugin.Layer == PluginLayer.User ? " --user" : "";

    private static Diagnostic Fault(PluginDefinition plugin, string code, string message, string remedy) =>
        new(code, DiagnosticSeverity.Error, message, new TextLocation(Path.Combine(plugin.Directory, PluginFolders.Manifest)), remedy);
}
