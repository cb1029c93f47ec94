using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>A plugin that was found but not taken.</summary>
/// <param name="Kind">Kind, by the folder it lies in.</param>
/// <param name="Id">Name of its folder.</param>
/// <param name="Layer">Layer it lies in.</param>
/// <param name="Directory">Absolute path of its folder.</param>
/// <param name="Reasons">Why; at least one.</param>
public sealed record SkippedPlugin(PluginKind Kind, string Id, string Layer, string Directory, ImmutableArray<Diagnostic> Reasons);
