using System.Collections.Immutable;

namespace CodeAlchemy.PluginHost.Installing;

/// <summary>What an installer must know of the tool around it. Immutable.</summary>
public sealed record InstallerRules
{
    /// <summary>Plugins of the tool itself, whose places are not taken silently.</summary>
    public ImmutableHashSet<PluginKey> BuiltIn { get; init; } = [];

    /// <summary>Whether a grammar's package belongs to the installation of the tool.</summary>
    public Func<string, bool> IsKnownGrammar { get; init; } = _ => false;

    /// <summary>How long to wait for another process that changes the same plugins.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);
}
