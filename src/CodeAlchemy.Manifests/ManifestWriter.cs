using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Manifests.Pipelines;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests;

/// <summary>Writes the manifest that a run really uses: defaults filled in, overrides applied, secrets taken out. Pure.</summary>
public static class ManifestWriter
{
    /// <summary>The manifest as YAML. Read again from the same folder it gives an equal value, but for secrets.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="relativeTo">Folder that paths are written relative to; <see langword="null"/> for absolute paths.</param>
    public static string Write(PipelineManifest manifest, string? relativeTo = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var output = new JsonObject { ["path"] = ShowPath(manifest.Output.Path, relativeTo), ["format"] = manifest.Output.Format };
        var root = new JsonObject
        {
            ["apiVersion"] = CommonShapes.Version,
            ["kind"] = "Pipeline",
            ["name"] = manifest.Name,
            ["source"] = new JsonObject { [manifest.Source.Kind] = Source(manifest.Source, relativeTo) },
            ["filters"] = Entries(manifest.Filters.Select(filter => (filter.Id, filter.Options))),
            ["strategies"] = Entries(manifest.Strategies.Select(strategy => (strategy.Id, strategy.Options))),
            ["output"] = output,
            ["run"] = Run(manifest.Run),
        };
        if (!manifest.Models.IsEmpty)
        {
            root.Insert(root.IndexOf("output"), "models", ModelsWriter.Write(manifest.Models));
        }

        if (manifest.Tokenizer is { } tokenizer)
        {
            root.Insert(root.IndexOf("output"), "tokenizer", ShowPath(tokenizer, relativeTo));
        }

        return YamlTextWriter.Write((JsonObject)Secrets.Redact(root)!);
    }

    private static JsonObject Source(SourceSection source, string? relativeTo)
    {
        var isFiles = source.Kind == "files";
        var section = new JsonObject
        {
            [isFiles ? "root" : "path"] = ShowPath(source.Root, relativeTo),
            ["include"] = Texts(source.Include),
            ["exclude"] = Texts(source.Exclude),
        };
        if (!isFiles)
        {
            section["columns"] = new JsonObject(source.Columns.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
        }

        return section;
    }

    private static JsonObject Run(RunSection run) => new()
    {
        ["executor"] = run.Executor,
        ["isolation"] = run.Isolation.ToString().ToLowerInvariant(),
        ["seed"] = run.Seed,
        ["rejects"] = new JsonObject { ["atMost"] = run.RejectsAtMost },
        ["processes"] = run.Processes,
        ["budget"] = Budget(run.Budget),
        ["limits"] = Limits(run.Limits),
        ["trace"] = Trace(run.Trace),
    };

    private static JsonObject Budget(ModelBudget budget) => new() { ["tokens"] = budget.Tokens, ["money"] = budget.Money };

    private static JsonObject Limits(SandboxLimits limits) => new()
    {
        ["cpu"] = Measures.FormatDuration(limits.Processor),
        ["wall"] = Measures.FormatDuration(limits.Wall),
        ["memory"] = Measures.FormatSize(limits.Memory),
        ["processes"] = limits.Processes,
        ["fileSize"] = Measures.FormatSize(limits.FileSize),
        ["disk"] = Measures.FormatSize(limits.Disk),
        ["inodes"] = limits.Inodes,
        ["output"] = Measures.FormatSize(limits.Output),
    };

    private static JsonObject Trace(TraceLimits trace) => new()
    {
        ["events"] = trace.Events,
        ["bytes"] = Measures.FormatSize(trace.Bytes),
        ["depth"] = trace.Depth,
        ["items"] = trace.Items,
        ["characters"] = trace.Characters,
    };

    private static JsonArray Entries(IEnumerable<(string Id, JsonObject Options)> entries) =>
        new([.. entries.Select(entry => entry.Options.Count == 0
            ? (JsonNode)JsonValue.Create(entry.Id)
            : new JsonObject { [entry.Id] = entry.Options.DeepClone() })]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string ShowPath(string path, string? relativeTo) =>
        relativeTo is null ? path : Path.GetRelativePath(Path.GetFullPath(relativeTo), path).Replace('\\', '/');
}
