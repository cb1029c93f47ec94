using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Workspace.Generation;

/// <summary>
/// Makes rows of one source text, by a run like any other: a corpus of one file and a manifest that can be run again by hand. So its rows
/// have the same checks, and are reviewed and exported in the same way. Thread-safe.
/// </summary>
public sealed class GenerationService
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly RunService _runs;
    private readonly Lock _numbering = new();

    internal GenerationService(RunService runs) => _runs = runs;

    /// <summary>Makes the rows.</summary>
    /// <exception cref="ProblemException">There is no such strategy, no model where one is wanted, or the isolation can't be had.</exception>
    public async Task<RunSummary> Generate(GenerationRequest request, IRunObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var models = request.Model ? ProjectModels.Section(Path.GetDirectoryName(request.Folder)!) : "";
        var (folder, number) = NewFolder(request);
        var corpus = Directory.CreateDirectory(Path.Combine(folder, "corpus")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, Path.GetFileName(request.File)), request.Text, cancellationToken);
        var sidecar = request.File + ".cases.yaml";
        if (File.Exists(sidecar))
        {
            File.Copy(sidecar, Path.Combine(corpus, Path.GetFileName(sidecar)));
        }

        var path = Path.Combine(folder, "manifest.yaml");
        await File.WriteAllTextAsync(path, Manifest(request, folder, number) + models, cancellationToken);
        var parsed = _runs.Validate(new ManifestRequest { File = path });
        if (parsed.Value is not { } manifest)
        {
            var error = parsed.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new ProblemException(new Problem(error.Code, error.Message, error.Remedy ?? "see docs/manifest.md", ExitCode.Configuration, error.Location));
        }

        return await _runs.Run(manifest, new RunOptions(), observer, cancellationToken);
    }

    // The number is the seed, so that asking once more gives other rows.
    private static string Manifest(GenerationRequest request, string folder, int number)
    {
        var options = new List<string> { $"mode: {(request.Model ? "model" : "grounded")}" };
        if (request.Turns is { } turns)
        {
            options.Add(string.Create(CultureInfo.InvariantCulture, $"turns: {turns}"));
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: {{Path.GetFileName(folder)}}
            source: {files: {root: corpus, include: [{{Quote(Path.GetFileName(request.File))}}] } }
            filters: [syntax]
            strategies:
              - {{Quote(request.Strategy)}}: { {{string.Join(", ", options)}} }
            output: {path: run}
            run: {isolation: {{request.Isolation.ToString().ToLowerInvariant()}}, seed: {{number}}, rejects: {atMost: 100%} }

            """);
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoted);

    private (string Folder, int Number) NewFolder(GenerationRequest request)
    {
        var stem = new StringBuilder(Path.GetFileNameWithoutExtension(request.File));
        for (var i = 0; i < stem.Length; i++)
        {
            stem[i] = char.IsAsciiLetterOrDigit(stem[i]) ? stem[i] : '-';
        }

        var name = stem.ToString().Trim('-') is { Length: > 0 } letters ? letters : "file";
        lock (_numbering)
        {
            for (var number = 1; ; number++)
            {
                var folder = Path.Combine(request.Folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{request.Strategy}-{number}"));
                if (!Directory.Exists(folder))
                {
                    return (Directory.CreateDirectory(folder).FullName, number);
                }
            }
        }
    }
}
