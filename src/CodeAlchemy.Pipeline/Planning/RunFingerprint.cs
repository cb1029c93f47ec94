using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>
/// The id of a run: a hash over everything that decides about rows. Where the folder lies, how many cores work and how many rejects
/// are allowed do not count, so the same run in another place has the same id and the same bytes.
/// </summary>
internal static class RunFingerprint
{
    public static string Of(RunRequest request)
    {
        var manifest = request.Manifest;
        var parts = new JsonObject
        {
            ["tool"] = request.ToolVersion,
            ["name"] = manifest.Name,
            ["source"] = Source(manifest),
            ["filters"] = new JsonArray([.. manifest.Filters.Select(f => (JsonNode)new JsonObject
            {
                ["id"] = f.Id,
                ["options"] = f.Options.DeepClone(),
            })]),
            ["strategies"] = new JsonArray([.. request.Strategies.Select(Strategy)]),
            ["format"] = manifest.Output.Format,
            ["seed"] = manifest.Run.Seed,
            ["isolation"] = manifest.Run.Isolation.ToString(),
            ["limits"] = JsonSerializer.SerializeToNode(manifest.Run.Limits),
            ["trace"] = JsonSerializer.SerializeToNode(manifest.Run.Trace),
            ["tokens"] = request.Tokens.Name,
            ["models"] = ModelFingerprint.Of(manifest.Models),
            ["parts"] = new JsonObject(request.Parts.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Of(parts))).AsSpan(0, 16));
    }

    private static JsonObject Source(PipelineManifest manifest) => new()
    {
        ["kind"] = manifest.Source.Kind,
        ["root"] = Path.GetRelativePath(Path.GetDirectoryName(manifest.File) ?? "/", manifest.Source.Root),
        ["include"] = List(manifest.Source.Include),
        ["exclude"] = List(manifest.Source.Exclude),
        ["columns"] = new JsonObject(manifest.Source.Columns.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))),
    };

    private static JsonNode Strategy(StrategyInstance strategy) => new JsonObject
    {
        ["id"] = strategy.Id,
        ["version"] = strategy.Version,
        ["hash"] = strategy.Hash,
        ["options"] = strategy.Options.DeepClone(),
    };

    private static JsonArray List(ImmutableArray<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
