using System.Text.Json.Nodes;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>One filter of a manifest.</summary>
/// <param name="Id"><c>size</c>, <c>encoding</c>, <c>syntax</c> or <c>duplicates</c>.</param>
/// <param name="Options">Its options, defaults filled in.</param>
/// <param name="Location">Where it stands in the manifest.</param>
public sealed record FilterSection(string Id, JsonObject Options, TextLocation? Location = null);
