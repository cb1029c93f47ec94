using CodeAlchemy.Abstractions.Hosting;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>The <c>models</c> of a manifest: roles and the endpoints behind them.</summary>
internal static class ModelsShape
{
    /// <summary>Roles in the order of their names.</summary>
    public static Shape<ImmutableArray<ModelDefinition>> Instance { get; } = Role()
        .Dictionary(CommonShapes.Id)
        .Map(roles => roles.Select(role => role.Value.ToDefinition(role.Key)).ToImmutableArray());

    private static ObjectShape<Draft> Role() => EndpointKeys
        .Add(new ObjectShape<Draft>(() => new Draft()), d => d.Only, (d, v) => d with { Only = v })
        .Optional("endpoints", Endpoint().List(least: 1), (d, v) => d with { Several = v }, "Endpoints that share the requests by their weights, in place of 'endpoint' and 'model'.")
        .Optional("temperature", Scalars.Number(0, 10), (d, v) => d with { Temperature = v }, "Sampling temperature; the server's own when it isn't given.")
        .Optional("topP", Scalars.Number(0, 1), (d, v) => d with { TopP = v }, "Nucleus sampling mass; the server's own when it isn't given.")
        .Optional("maxTokens", Scalars.Count(1, 10_000_000), (d, v) => d with { MaxTokens = v }, "Most tokens of a reply, reasoning included.", 4096)
        .Rule(HasEndpoint, Describe);

    private static ObjectShape<ModelEndpoint> Endpoint() => EndpointKeys
        .Add(new ObjectShape<ModelEndpoint>(() => EndpointKeys.Seed), e => e, (_, v) => v)
        .Rule((e, node, context) => IsComplete(e, node, context), schema => schema["required"] = new JsonArray("endpoint", "model"));

    private static bool HasEndpoint(Draft draft, MappingNode mapping, ReadContext context)
    {
        if (draft.Several.IsEmpty)
        {
            return IsComplete(draft.Only, mapping, context);
        }

        var own = mapping.Entries.FirstOrDefault(entry => EndpointKeys.Names.Contains(entry.Key.Text) && !entry.Value.IsNull);
        if (own is not null)
        {
            context.Error(DiagnosticCodes.BadValue, $"{context.Name} has 'endpoints', so '{own.Key.Text}' belongs to one of them.", own.Key, suggestion: Suggestion.Remove);
        }

        return own is null;
    }

    private static bool IsComplete(ModelEndpoint endpoint, MappingNode mapping, ReadContext context)
    {
        string? missing = endpoint.Url == EndpointKeys.Seed.Url ? "endpoint" : endpoint.Model.Length == 0 ? "model" : null;
        if (missing is not null)
        {
            context.Error(DiagnosticCodes.MissingKey, $"The key '{missing}' is missing in '{context.Path}'.", mapping, suggestion: mapping[missing] is null ? Suggestion.AddKey(missing) : null);
        }

        return missing is null;
    }

    private static void Describe(JsonObject schema) => schema["oneOf"] = new JsonArray(
        new JsonObject { ["required"] = new JsonArray("endpoint", "model") },
        new JsonObject { ["required"] = new JsonArray("endpoints") });

    /// <summary>A role while it is read.</summary>
    private sealed record Draft
    {
        public ModelEndpoint Only { get; init; } = EndpointKeys.Seed;

        public ImmutableArray<ModelEndpoint> Several { get; init; } = [];

        public double? Temperature { get; init; }

        public double? TopP { get; init; }

        public int MaxTokens { get; init; } = 4096;

        public ModelDefinition ToDefinition(string name) => new()
        {
            Name = name,
            Endpoints = Several.IsEmpty ? [Only] : Several,
            Temperature = Temperature,
            TopP = TopP,
            MaxTokens = MaxTokens,
        };
    }
}
