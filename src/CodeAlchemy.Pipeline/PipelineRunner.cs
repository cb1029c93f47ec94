using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Running;
using CodeAlchemy.Pipeline.Running.Duplicates;
using CodeAlchemy.Storage.Corpora;

namespace CodeAlchemy.Pipeline;

/// <summary>Does runs: plan, shards, barrier, rows, publish. Thread-safe; one run holds a folder.</summary>
public static class PipelineRunner
{
    /// <summary>
    /// Does a run, or takes up an earlier start of it. May be stopped or killed at any moment and called again with the same request:
    /// <c>data/</c>, <c>rejects/</c> and <c>ledger.json</c> come out the same byte for byte.
    /// </summary>
    /// <param name="request">The run.</param>
    /// <param name="cancellationToken">Stops the run; the folder can be resumed.</param>
    /// <exception cref="ProblemException">The folder is busy or of another run, the corpus is missing, the disk is full …</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static async Task<RunSummary> Run(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RunPlanning.Check(request);
        var front = new FrontStages(request);
        using var corpus = RunPlanning.OpenCorpus(request, front);
        var runId = RunFingerprint.Of(request);
        using var folder = HeldFolder.Open(request.Manifest.Output.Path, runId, request.Resume);
        if (folder.Plan is not null && IsFinished(folder.Paths))
        {
            return Summary(request, folder, RunState.NothingToDo, LedgerOf(folder.Paths), resumed: true);
        }

        var plan = folder.Plan;
        if (plan is null)
        {
            request.Observer.PhaseStarted("list");
            plan = RunPlanning.Make(request, runId, folder.Paths, front, corpus, cancellationToken);
        }

        Announce(request, folder.Paths, plan);
        using var opened = request.Workbenches.Open(folder.Paths.Journals);
        var ledger = await Work(request, folder.Paths, plan, front, corpus, cancellationToken);
        return Summary(request, folder, RunState.Finished, ledger, resumed: folder.Plan is not null);
    }

    private static async Task<Ledger> Work(
        RunRequest request, RunPaths paths, RunPlan plan, FrontStages front, ICorpus corpus, CancellationToken cancellationToken)
    {
        if (front.HasBarrier)
        {
            await Survey(request, paths, plan, front, corpus, cancellationToken);
        }

        request.Observer.PhaseStarted("rows");
        var rows = new RowPhase(request, paths, plan, front, corpus);
        var open = 0L;
        foreach (var shard in plan.Shards.Where(s => !File.Exists(paths.DoneOf(s.Id))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var waiting = await rows.Run(shard, cancellationToken);
            open += waiting;
            if (waiting == 0)
            {
                request.Observer.ShardDone(shard.Id);
            }
        }

        RefuseOpen(open);

        request.Observer.PhaseStarted("publish");
        return new Publisher(request, paths, plan).Publish(cancellationToken);
    }

    private static void RefuseOpen(long open)
    {
        if (open > 0)
        {
            throw new ProblemException(new Problem(
                "answers-missing",
                $"For {(open == 1 ? "1 row" : $"{open} rows")} there is no answer of a model yet, so the dataset is not complete.",
                "Start the same command again to ask once more (with --batch: when the results are there); everything else is kept. "
                + "With --give-up the dataset is finished without those rows.",
                ExitCode.Limit));
        }
    }

    private static async Task Survey(
        RunRequest request, RunPaths paths, RunPlan plan, FrontStages front, ICorpus corpus, CancellationToken cancellationToken)
    {
        var barrier = new DuplicateBarrier(paths, plan);
        if (barrier.IsDone)
        {
            return;
        }

        request.Observer.PhaseStarted("survey");
        var survey = new SurveyPhase(paths, front, corpus, request.Readers > 0 ? request.Readers : Environment.ProcessorCount);
        foreach (var shard in plan.Shards.Where(s => !survey.IsDone(s)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await survey.Run(shard, cancellationToken);
        }

        request.Observer.PhaseStarted("resolve");
        await barrier.Resolve(cancellationToken);
    }

    private static void Announce(RunRequest request, RunPaths paths, RunPlan plan)
    {
        var finished = plan.Shards.Where(s => File.Exists(paths.DoneOf(s.Id))).ToList();
        request.Observer.Planned(plan.RunId, plan.Inputs, plan.Shards.Length, finished.Count, finished.Sum(s => (long)s.Count));
    }

    /// <summary>Finished means marked as such and all public files there; a deleted one is made again from the parts.</summary>
    private static bool IsFinished(RunPaths paths) =>
        FinishedFile.Read(paths) is { } finished && finished.Files.All(f => File.Exists(paths.Public(f.Path)));

    private static Ledger LedgerOf(RunPaths paths) => RunFolder.ReadLedger(paths);

    private static RunSummary Summary(RunRequest request, HeldFolder folder, RunState state, Ledger ledger, bool resumed)
    {
        var allowed = request.Manifest.Run.RejectsAtMost;
        var problem = ledger.FailedShare <= allowed ? null : new Problem(
            "too-many-rejects",
            FormattableString.Invariant(
                $"{ledger.Failed} of {ledger.Inputs - ledger.Filtered - ledger.Duplicate} inputs failed ({ledger.FailedShare:P1}); the manifest allows {allowed:P1}."),
            "See rejects/ for the reasons and 'codealchemy why' for single inputs, or raise run.rejects.atMost; the data are complete.",
            ExitCode.Rejects);
        return new RunSummary(RunFingerprint.Of(request), folder.Paths.Root, state, resumed, ledger, problem);
    }
}
