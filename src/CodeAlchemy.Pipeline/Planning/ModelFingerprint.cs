using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>
/// What of the models decides about rows: which they are, how they share the requests and how they sample. Where a server runs, how
/// it is paid and how often it is asked again do not count, so a run may go on with the same model on another server.
/// </summary>
internal static class ModelFingerprint
{
    public static JsonArray Of(ImmutableArray<ModelDefinition> models) => new([.. models.Select(model => (JsonNode)new JsonObject
    {
        ["role"] = model.Name,
        ["endpoints"] = new JsonArray([.. model.Endpoints.Select(endpoint => (JsonNode)new JsonObject
        {
            ["model"] = endpoint.Model,
            ["weight"] = endpoint.Weight,
            ["structured"] = endpoint.Structured.ToString(),
        })]),
        ["sampling"] = Sampling(model),
    })]);

    /// <summary>Role → how its model samples, as canonical JSON.</summary>
    public static ImmutableSortedDictionary<string, string> Parameters(ImmutableArray<ModelDefinition> models) =>
        models.ToImmutableSortedDictionary(model => model.Name, model => CanonicalJson.Of(Sampling(model)), StringComparer.Ordinal);

    private static JsonObject Sampling(ModelDefinition model) => new()
    {
        ["temperature"] = model.Temperature,
        ["topP"] = model.TopP,
        ["maxTokens"] = model.MaxTokens,
    };
}
