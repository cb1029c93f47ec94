using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>A strategy of the manifest, loaded.</summary>
/// <param name="Id">Id of the plugin; also the name of the configuration its rows go to.</param>
/// <param name="Version">Version of the plugin.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 over the plugin's content; part of the run's fingerprint.</param>
/// <param name="Strategy">The strategy; called from several threads.</param>
/// <param name="Options">Options with the schema's defaults filled in; part of every row's identity. Must not change any more.</param>
public sealed record StrategyInstance(string Id, string Version, string Hash, IStrategy Strategy, JsonObject Options);
