using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Workspace.Conformance;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>Runs a strategy over its samples in a run like any other, without a model, and looks for the rows and rejects it promises.</summary>
internal sealed class StrategySamples(Installation installation, PluginDefinition plugin, IsolationLevel isolation)
{
    private static readonly string[] Parts = ["data", "rejects"];

    public async Task<IReadOnlyList<ConformanceProgram>> Test(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        if (folders.Count == 0)
        {
            return [];
        }

        var scratch = Directory.CreateTempSubdirectory("codealchemy-plugin-test-").FullName;
        try
        {
            var manifest = WriteCorpus(scratch, folders);
            var runs = new RunService(installation);
            var parsed = runs.Validate(new ManifestRequest { File = manifest });
            if (parsed.Value is not { } value || parsed.HasErrors)
            {
                var error = parsed.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                throw new ProblemException(new Problem(error.Code, error.Message, error.Remedy ?? "Correct the plugin.", ExitCode.Plugin));
            }

            var summary = await runs.Run(value, new RunOptions(), SilentObserver.Instance, cancellationToken);
            if (summary.Problem is { } problem)
            {
                throw new ProblemException(problem);
            }

            var lines = Lines(Path.Combine(scratch, "out"));
            return [.. folders.Select(folder => Judge(folder, lines))];
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private string WriteCorpus(string scratch, IReadOnlyList<string> folders)
    {
        foreach (var folder in folders)
        {
            var target = Directory.CreateDirectory(Path.Combine(scratch, "corpus", Path.GetFileName(folder))).FullName;
            foreach (var file in Directory.EnumerateFiles(folder).Where(IsProgram))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }

        var manifest = Path.Combine(scratch, "manifest.yaml");
        File.WriteAllText(manifest, $$$"""
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: plugin-test
            source: {files: {root: corpus, include: ["**/*"]}}
            strategies: [{{{plugin.Id}}}]
            output: {path: out, format: jsonl}
            run: {isolation: {{{isolation.ToString().ToLowerInvariant()}}}, seed: 42, rejects: {atMost: 100%}}
            """);
        return manifest;
    }

    // What a sample promises is no part of the corpus; the cases of a program are.
    private static bool IsProgram(string file) => Path.GetFileName(file) != "expected.jsonl"
        && (file.EndsWith(".cases.yaml", StringComparison.Ordinal) || Path.GetExtension(file) is not (".json" or ".md"));

    private static JsonNode[] Lines(string run) =>
    [
        .. Parts
            .Select(part => Path.Combine(run, part))
            .Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .SelectMany(File.ReadLines)
            .Select(line => JsonNode.Parse(line)!),
    ];

    private static ConformanceProgram Judge(string folder, JsonNode[] lines)
    {
        var name = Path.GetFileName(folder);
        var own = lines.Where(line => Input(line)?.StartsWith(name + "/", StringComparison.Ordinal) == true).ToArray();
        var missing = ExpectedEvents.FirstMissing(File.ReadAllText(Path.Combine(folder, "expected.jsonl")), own);
        return missing is null
            ? new ConformanceProgram(name, ConformanceOutcome.Same, string.Empty)
            : new ConformanceProgram(name, ConformanceOutcome.Different, "expected row or reject missing", $"{missing} is not among {own.Length} rows and rejects{First(own)}");
    }

    private static string? Input(JsonNode line) => (string?)line["source"]?["path"] ?? (string?)line["input"];

    private static string First(JsonNode[] own) => own.Length == 0 ? "" : $"; the first is {own[0].ToJsonString()[..Math.Min(400, own[0].ToJsonString().Length)]}";
}
