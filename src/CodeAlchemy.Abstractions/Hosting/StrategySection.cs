using System.Text.Json.Nodes;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>One strategy of a manifest.</summary>
/// <param name="Id">Id of the strategy plugin.</param>
/// <param name="Options">Options as given; the plugin's schema is applied when the plugin is known.</param>
/// <param name="Location">Where it stands in the manifest.</param>
public sealed record StrategySection(string Id, JsonObject Options, TextLocation? Location = null);
