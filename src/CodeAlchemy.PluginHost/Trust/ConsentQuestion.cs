using System.Collections.Immutable;

namespace CodeAlchemy.PluginHost.Trust;

/// <summary>What a person must know to allow a plugin. Immutable.</summary>
/// <param name="Key">Kind and id.</param>
/// <param name="Version">Its version.</param>
/// <param name="From">Where it comes from.</param>
/// <param name="Content">Hash of its content.</param>
/// <param name="Runs">What it runs, one line each.</param>
/// <param name="Needs">What it may use of the workbench.</param>
/// <param name="IsChange">Whether another content of the plugin was allowed before.</param>
public sealed record ConsentQuestion(
    PluginKey Key, string Version, string From, string Content, ImmutableArray<string> Runs, ImmutableArray<string> Needs, bool IsChange);
