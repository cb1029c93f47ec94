using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Plugins;

/// <summary>A <c>plugin.yaml</c>.</summary>
internal static class PluginShape
{
    /// <summary>Version numbers as https://semver.org/ writes them.</summary>
    private const string SemanticVersion = @"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$";

    private static readonly string[] Kinds = ["language", "strategy", "evaluator"];

    private static readonly ObjectShape<string> Requires = new ObjectShape<string>(() => "")
        .Required("host", Scalars.Versions, (_, v) => v, "Versions of the host contract that the plugin works with.");

    public static ObjectShape<PluginDefinition> Instance { get; } = new ObjectShape<PluginDefinition>(Seed)
        .Required("apiVersion", CommonShapes.ApiVersion, (p, _) => p, "Version of the format.")
        .Required("kind", Scalars.OneOf(Kinds).Map(kind => Enum.Parse<PluginKind>(kind, ignoreCase: true)), (p, v) => p with { Kind = v }, "Kind of the plugin.")
        .Required("id", CommonShapes.Id, (p, v) => p with { Id = v }, "Id, unique among plugins of its kind.")
        .Required("version", Scalars.Matching(SemanticVersion, "a semantic version such as 1.0.0"), (p, v) => p with { Version = v }, "Version of the plugin.")
        .Required("name", Scalars.Line, (p, v) => p with { Name = v }, "Name for people.")
        .Optional("license", Scalars.Line, (p, v) => p with { License = v }, "SPDX licence id.")
        .Required("requires", Requires, (p, v) => p with { RequiresHost = v }, "What the plugin needs of the host.")
        .Optional("language", LanguageShape.Instance, (p, v) => p with { Language = v }, "The language; only for kind language.")
        .Optional("strategy", StrategyShape.Instance, (p, v) => p with { Strategy = v }, "The strategy; only for kind strategy.")
        .Optional("evaluator", StrategyShape.Instance, (p, v) => p with { Evaluator = v }, "The evaluator; only for kind evaluator.")
        .Rule(PartFitsKind, DescribeParts);

    private static PluginDefinition Seed() =>
        new() { Kind = PluginKind.Language, Id = "", Version = "", Name = "", RequiresHost = "", Directory = "", Layer = "" };

    private static bool PartFitsKind(PluginDefinition plugin, MappingNode mapping, ReadContext context)
    {
        var own = Kinds[(int)plugin.Kind];
        var foreign = mapping.Entries.FirstOrDefault(e => Kinds.Contains(e.Key.Text) && e.Key.Text != own && !e.Value.IsNull)?.Key;
        var missing = mapping[own] is null or { IsNull: true };
        if (missing)
        {
            context.Error(DiagnosticCodes.MissingKey, $"A plugin of kind {own} needs the key '{own}'.", mapping, suggestion: mapping[own] is null ? Suggestion.AddKey(own) : null);
        }

        if (foreign is not null)
        {
            context.Error(DiagnosticCodes.UnknownKey, $"A plugin of kind {own} has no '{foreign.Text}'.", foreign, suggestion: Suggestion.Remove);
        }

        return !missing && foreign is null;
    }

    private static void DescribeParts(JsonObject schema) =>
        schema["oneOf"] = new JsonArray([.. Kinds.Select(kind => new JsonObject
        {
            ["properties"] = new JsonObject(Kinds.Where(k => k != kind).Select(k => KeyValuePair.Create<string, JsonNode?>(k, false))
                .Prepend(KeyValuePair.Create<string, JsonNode?>("kind", new JsonObject { ["const"] = kind }))),
            ["required"] = new JsonArray(kind),
        })]);
}
