using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Manifests.Shapes;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>Writes the <c>models</c> of a manifest as they are read.</summary>
internal static class ModelsWriter
{
    public static JsonObject Write(ImmutableArray<ModelDefinition> models) =>
        new(models.Select(model => KeyValuePair.Create(model.Name, (JsonNode?)Role(model))));

    private static JsonObject Role(ModelDefinition model)
    {
        var role = new JsonObject { ["endpoints"] = new JsonArray([.. model.Endpoints.Select(Endpoint)]) };
        Add(role, "temperature", model.Temperature);
        Add(role, "topP", model.TopP);
        role["maxTokens"] = model.MaxTokens;
        return role;
    }

    private static JsonObject Endpoint(ModelEndpoint endpoint)
    {
        var entry = new JsonObject { ["endpoint"] = endpoint.Url.OriginalString, ["model"] = endpoint.Model };
        Add(entry, "credential", endpoint.Credential);
        entry["weight"] = endpoint.Weight;
        entry["structured"] = EndpointKeys.NameOf(endpoint.Structured);
        entry["maxTokensField"] = endpoint.MaxTokensField;
        entry["streaming"] = endpoint.Streaming;
        entry["maxConcurrency"] = endpoint.MaxConcurrency;
        Add(entry, "price", endpoint.Price is { } price ? Price(price) : null);
        entry["timeout"] = Measures.FormatDuration(endpoint.Timeout);
        entry["idleTimeout"] = Measures.FormatDuration(endpoint.IdleTimeout);
        entry["maxReplyBytes"] = Measures.FormatSize(endpoint.MaxReplyBytes);
        entry["retry"] = Retry(endpoint.Retry);
        return entry;
    }

    private static JsonObject Price(ModelPrice price)
    {
        var entry = new JsonObject { ["prompt"] = price.Prompt, ["completion"] = price.Completion };
        Add(entry, "cachedPrompt", price.CachedPrompt);
        return entry;
    }

    private static JsonObject Retry(RetrySettings retry) => new()
    {
        ["attempts"] = retry.Attempts,
        ["throttles"] = retry.Throttles,
        ["shortest"] = Measures.FormatDuration(retry.Shortest),
        ["longest"] = Measures.FormatDuration(retry.Longest),
        ["total"] = Measures.FormatDuration(retry.Total),
    };

    private static void Add(JsonObject target, string key, JsonNode? value)
    {
        if (value is not null)
        {
            target[key] = value;
        }
    }
}
