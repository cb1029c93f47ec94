using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Running.Duplicates;
using CodeAlchemy.Storage.Corpora;
using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Makes the rows of one shard and publishes it.</summary>
internal sealed class RowPhase(RunRequest request, RunPaths paths, RunPlan plan, FrontStages front, ICorpus corpus)
{
    /// <summary>Reason of an input whose content is no longer what the filters saw.</summary>
    public const string Changed = "changed-during-run";

    private const int MostWaiting = 512;

    private readonly int _readers = request.Readers > 0 ? request.Readers : Environment.ProcessorCount;
    private readonly int _processes = request.Manifest.Run.Processes > 0 ? request.Manifest.Run.Processes : Environment.ProcessorCount;

    /// <summary>Work that waits for an answer costs no processor, so it comes on top of the programs that run at the same time.</summary>
    private int Degree => _processes + (int)Math.Min(MostWaiting, request.Manifest.Models.SelectMany(m => m.Endpoints).Sum(e => (long)e.MaxConcurrency));

    /// <summary>Makes the rows of a shard.</summary>
    /// <returns>Rows for which a model gave no answer: when there are any, the shard is not published and is made again by the next start.</returns>
    public async Task<long> Run(ShardPlan shard, CancellationToken cancellationToken)
    {
        using var memo = new MemoJournal(paths.MemoOf(shard.Id));
        using var writer = new ShardWriter(paths, plan, shard.Id);
        var strategies = new StrategyStage(request, plan.RunId, plan.PlannedAt, memo);
        var pipeline = new OrderedPipeline<ShardWork, Prepared, InputRecord>(_readers, Degree, 32 + (8 * (_readers + _processes)) + (2 * (Degree - _processes)), w => w.NeedsContent ? w.Entry.Length : 0);
        var open = 0L;
        await pipeline.Run(
            Opened(Work(shard)),
            work => Read(work),
            (prepared, token) => Transform(strategies, prepared, token),
            record =>
            {
                writer.Add(record);
                open += record.Outputs.Sum(o => o.Open);
                request.Observer.InputDone(record.Result);
            },
            cancellationToken);
        if (open == 0 || request.GiveUp)
        {
            writer.Finish();
            return 0;
        }

        return open;
    }

    /// <summary>The inputs of a shard with what was found out before the barrier; bounded by the size of a shard.</summary>
    private List<ShardWork> Work(ShardPlan shard)
    {
        var entries = InputFile.Read(paths.InputsOf(shard.Id), shard.First);
        if (!front.HasBarrier)
        {
            return [.. entries.Select(e => new ShardWork(e, null, null))];
        }

        var duplicates = new DuplicateBarrier(paths, plan).Of(shard.Id);
        var surveyed = RowReader.Lines(paths.SurveyOf(shard.Id)).Select(l => JsonSerializer.Deserialize<SurveyLine>(l, Json.Compact)!);
        return [.. entries.Zip(surveyed, (e, s) => new ShardWork(e, s, duplicates.GetValueOrDefault(e.Ordinal)))];
    }

    private IEnumerable<ShardWork> Opened(List<ShardWork> work)
    {
        using var inputs = corpus.Open(work.Where(w => w.NeedsContent).Select(w => w.Entry)).GetEnumerator();
        foreach (var next in work)
        {
            yield return next.NeedsContent && inputs.MoveNext() ? next with { Input = inputs.Current } : next;
        }
    }

    private (Prepared? Middle, InputRecord? Result) Read(ShardWork work)
    {
        var prepared = Prepare(work);
        return prepared.Removal is { } removal ? (null, Removed(prepared, removal)) : (prepared, null);
    }

    private Prepared Prepare(ShardWork work)
    {
        if (work.Survey is not { } survey)
        {
            return front.Early(work.Input!);
        }

        var known = new Prepared(work.Entry.Ordinal, survey.P, survey.L, null, null);
        if (survey is { G: { } stage, F: { } fate, R: { } reason, D: { } detail })
        {
            return known with { Removal = new Removal(stage, fate, reason, detail, survey.E) };
        }

        if (work.DuplicateOf is { } kept)
        {
            return known with
            {
                Removal = new Removal(FrontStages.Duplicates, InputFate.Duplicate, RejectReasons.ExactDuplicate, $"Same content as {kept}."),
            };
        }

        var loaded = front.Load(work.Input!);
        return loaded.Source is { } source && source.Sha256 == survey.S
            ? front.Late(loaded with { Source = source with { Imports = survey.I ?? [] } })
            : known with { Removal = new Removal(FrontStages.Read, InputFate.Failed, Changed, "The file changed while the run was going on.") };
    }

    private static InputRecord Removed(Prepared prepared, Removal removal) => new(
        new InputResult(prepared.Ordinal, prepared.Path, prepared.Language, removal.Fate, removal.Stage, removal.Reason, 0, 1),
        null,
        removal,
        []);

    private async ValueTask<InputRecord> Transform(StrategyStage strategies, Prepared prepared, CancellationToken cancellationToken)
    {
        var source = prepared.Source!;
        var outputs = new List<StrategyOutput>(plan.Configs.Length);
        for (var i = 0; i < plan.Configs.Length; i++)
        {
            outputs.Add(await strategies.Run(source, i, plan.Configs[i], cancellationToken));
        }

        var rows = outputs.Sum(o => o.RowCount);
        var reason = rows > 0 ? null : outputs[^1].Rejects[0].Reason;
        var result = new InputResult(
            source.Ordinal, source.Path, source.Language, rows > 0 ? InputFate.Kept : InputFate.Failed, plan.Configs[^1], reason, rows,
            outputs.Sum(o => o.Rejects.Count));
        return new InputRecord(result, source, null, outputs);
    }
}
