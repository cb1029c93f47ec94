using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Running;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>Reads a run folder. Takes no lock and changes nothing; rows and rejects stream. Thread-safe.</summary>
public sealed class RunFolder
{
    private readonly RunPaths _paths;
    private readonly RunPlan _plan;

    private RunFolder(RunPaths paths, RunPlan plan)
    {
        _paths = paths;
        _plan = plan;
    }

    /// <summary>Absolute path.</summary>
    public string Root => _paths.Root;

    /// <summary>Id of the run.</summary>
    public string RunId => _plan.RunId;

    internal RunPaths Paths => _paths;

    internal RunPlan Plan => _plan;

    /// <summary>Opens a folder.</summary>
    /// <param name="path">Path of the run folder.</param>
    /// <exception cref="ProblemException"><c>not-a-run</c>: it holds no planned run (exit 5).</exception>
    public static RunFolder Open(string path)
    {
        var paths = new RunPaths(path);
        var plan = RunPlan.Read(paths.Plan) ?? throw new ProblemException(new Problem(
            "not-a-run",
            $"The folder {paths.Root} holds no run.",
            "Name the output folder of a run, the one with README.md and ledger.json.",
            ExitCode.Configuration));
        return new RunFolder(paths, plan);
    }

    /// <summary>How far the run is.</summary>
    public RunStatus Status() => new(
        _plan.RunId,
        _plan.Name,
        _plan.PlannedAt,
        _plan.Inputs,
        _plan.Shards.Length,
        _plan.Shards.Count(s => File.Exists(_paths.DoneOf(s.Id))),
        File.Exists(_paths.Finished),
        FolderLock.Holder(_paths.Machinery));

    /// <summary>The ledger of a finished run.</summary>
    /// <exception cref="ProblemException"><c>run-unfinished</c> or <c>ledger-damaged</c>.</exception>
    public Ledger Ledger()
    {
        RequireFinished();
        return ReadLedger(_paths);
    }

    /// <summary>The rows of a finished run, configuration by configuration, in corpus order.</summary>
    public IEnumerable<SampleRow> Samples() => Finished().Files.Where(f => f.Kind == "data").SelectMany(f => SamplesOf(f.Path));

    /// <summary>The rejects of a finished run, in corpus order.</summary>
    public IEnumerable<RejectRow> Rejects() => Finished().Files.Where(f => f.Kind == "rejects").SelectMany(f => RejectsOf(_paths.Public(f.Path)));

    /// <summary>The sources that led to rows, in corpus order; also of a run that is not finished.</summary>
    public IEnumerable<SourceFile> Sources() =>
        DoneFiles().Where(d => d.Sources is not null).SelectMany(d => RowReader.Lines(_paths.SourcesOf(d.Shard, d.Attempt)).Select(SourceLine.Read));

    /// <summary>A source by its hash, or <see langword="null"/>. Reads through the copies; to derive many rows, go along <see cref="Sources"/>.</summary>
    /// <param name="sha256">Lower-case hexadecimal SHA-256 of the text.</param>
    /// <param name="path">Its path, when several inputs have the same text; else <see langword="null"/>.</param>
    public SourceFile? FindSource(string sha256, string? path = null) =>
        Sources().FirstOrDefault(s => s.Sha256 == sha256 && (path is null || s.Path == path));

    /// <summary>What became of an input; works for finished shards of a run under way too.</summary>
    /// <param name="inputOrRow">Path of an input inside the corpus, the end of one, or the id of a row or a reject.</param>
    /// <returns>One story per input that fits, in corpus order.</returns>
    public IEnumerable<InputStory> Why(string inputOrRow) => new StoryTeller(_paths, _plan).Tell(inputOrRow);

    /// <summary>Checks hashes, the columns of every row, ids, order and ledger.</summary>
    /// <returns>What was found; empty when all is well.</returns>
    public IEnumerable<Finding> Verify() => new FolderVerifier(this).Verify();

    internal static Ledger ReadLedger(RunPaths paths)
    {
        var path = paths.Public(DatasetLayout.Ledger);
        try
        {
            return LedgerJson.Read(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is JsonException || StorageFault.IsFault(fault))
        {
            throw new ProblemException(
                new Problem(
                    "ledger-damaged",
                    $"The ledger {path} can't be read: {fault.Message}",
                    "Delete it and start the same run again; it is made anew from the parts.",
                    ExitCode.Failure),
                fault);
        }
    }

    internal IEnumerable<SampleRow> SamplesOf(string file)
    {
        var line = 0L;
        foreach (var bytes in RowReader.Lines(_paths.Public(file)))
        {
            yield return new SampleRow(file, ++line, JsonSerializer.Deserialize<JsonElement>(bytes));
        }
    }

    internal static IEnumerable<RejectRow> RejectsOf(string file) => RowReader.Lines(file).Select(l => ToRow(RejectJson.Read(l)));

    internal IEnumerable<DoneFile> DoneFiles() => _plan.Shards.Select(s => DoneFile.Read(_paths, s.Id)).OfType<DoneFile>();

    internal FinishedFile Finished()
    {
        RequireFinished();
        return FinishedFile.Read(_paths)!;
    }

    internal static RejectRow ToRow(RejectRecord reject) => new(
        reject.Id, reject.Input, reject.Language, reject.Stage, reject.Strategy, reject.Task, reject.Case, reject.Reason, reject.Detail, reject.Evidence);

    private void RequireFinished()
    {
        if (!File.Exists(_paths.Finished))
        {
            var status = Status();
            throw new ProblemException(new Problem(
                "run-unfinished",
                $"The run in {_paths.Root} is not finished: {status.FinishedShards} of {status.Shards} shards are done.",
                "Start the same run command again; it goes on where it stopped.",
                ExitCode.Failure));
        }
    }
}
