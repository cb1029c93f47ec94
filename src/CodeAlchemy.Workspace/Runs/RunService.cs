using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;
using CodeAlchemy.Pipeline;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Workspace.Chat;
using CodeAlchemy.Workspace.Plans;
using CodeAlchemy.Workspace.Workbench;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>Manifests and the runs made of them. Thread-safe.</summary>
public sealed class RunService
{
    private readonly Installation _installation;

    internal RunService(Installation installation) => _installation = installation;

    /// <summary>Reads and checks a manifest. A missing file is a diagnostic.</summary>
    public Parsed<PipelineManifest> Validate(ManifestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!File.Exists(request.File))
        {
            var missing = new Diagnostic(
                "missing-file", DiagnosticSeverity.Error, $"there is no manifest {request.File}", new TextLocation(request.File), "check the path");
            return new Parsed<PipelineManifest>(null, [missing]);
        }

        var parsed = ManifestCheck.Read(File.ReadAllText(request.File), request.File, request.Overrides, _installation.Plugins.ToPipelineCatalogue());
        return parsed.Value is { } value && request.Output is { } output
            ? parsed with { Value = value with { Output = value.Output with { Path = Path.GetFullPath(output) } } }
            : parsed;
    }

    /// <summary>What a run would do and what it would probably give and cost. Nothing is written but cached replies.</summary>
    /// <exception cref="ProblemException">The corpus is missing, a model is not as it must be, or files are tried and the isolation can't be had.</exception>
    public async Task<RunEstimate> Plan(PipelineManifest manifest, PlanOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Sample > 0)
        {
            _installation.RequireIsolation(manifest.Run.Isolation);
        }

        var (request, workbenches) = Request(manifest, new RunOptions(), SilentObserver.Instance);
        using var factory = workbenches;
        using var models = RunModels.Open(manifest, _installation.Options, journal: null, batch: null);
        var planning = new PlanningWorkbenches(
            factory.Create, [.. manifest.Models.Select(model => model.Name)], options.Ask ? models.Chat : null, request.Tokens);
        var report = await PipelinePlanner.Plan(request with { Workbenches = planning }, options.Sample, cancellationToken);
        return Estimator.Of(manifest, report, planning.AskedBy, options.Ask && !manifest.Models.IsEmpty);
    }

    /// <summary>Executes a manifest, or takes up where an earlier start stopped.</summary>
    /// <exception cref="ProblemException">The folder is busy or belongs to another plan, a plugin is broken, or the isolation can't be had.</exception>
    public async Task<RunSummary> Run(
        PipelineManifest manifest, RunOptions options, IRunObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(options);
        _installation.RequireIsolation(manifest.Run.Isolation);
        var (request, workbenches) = Request(manifest, options, observer);
        using (workbenches)
        {
            var summary = await PipelineRunner.Run(request, cancellationToken);
            return summary with { Models = workbenches.Usage };
        }
    }

    /// <summary>
    /// Makes the rows of a finished run again from its stored sources and recorded replies, running every program anew, and compares them byte
    /// for byte.
    /// </summary>
    /// <param name="path">The run folder.</param>
    /// <param name="note">Called with a line of progress now and then.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ProblemException">The folder holds no finished run, or the isolation can't be had.</exception>
    public async Task<Derivation> Derive(string path, Action<string> note, CancellationToken cancellationToken)
    {
        var folder = RunFolder.Open(path);
        var manifest = StoredManifest.Read(folder.Root, _installation);
        _installation.RequireIsolation(manifest.Run.Isolation);
        var (request, workbenches) = Request(manifest, SilentObserver.Instance, journal => RunModels.OpenRecorded(manifest, journal));
        using (workbenches)
        {
            return await PipelineDeriver.Derive(request, folder, note, cancellationToken);
        }
    }

    private (RunRequest Request, WorkbenchFactory Workbenches) Request(PipelineManifest manifest, RunOptions options, IRunObserver observer)
    {
        var (request, workbenches) = Request(
            manifest, observer, journal => RunModels.Open(manifest, _installation.Options, journal, options.Batch));
        return (request with { Resume = options.Resume, GiveUp = options.GiveUp }, workbenches);
    }

    private (RunRequest Request, WorkbenchFactory Workbenches) Request(
        PipelineManifest manifest, IRunObserver observer, Func<string, RunModels> openModels)
    {
        var templates = _installation.TemplatesFor(manifest.File).Store;
        var strategies = manifest.Strategies.Select(_installation.LoadStrategy).ToImmutableArray();
        StrategyModels.Check(manifest, strategies);
        var tokens = ManifestTokenizer.Open(manifest);
        var workbenches = _installation.Workbenches(manifest.Run, templates, openModels);
        var request = new RunRequest
        {
            Manifest = manifest,
            ManifestText = ManifestWriter.Write(manifest),
            ToolVersion = WorkspaceOptions.ToolVersion,
            Strategies = strategies,
            Parts = _installation.Fingerprint(templates),
            Languages = _installation.Languages,
            Syntax = _installation.Syntax,
            Workbenches = workbenches,
            Tokens = tokens,
            Observer = observer,
        };
        return (request, workbenches);
    }
}
