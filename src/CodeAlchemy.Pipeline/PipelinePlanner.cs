using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Running;
using CodeAlchemy.Storage.Corpora;

namespace CodeAlchemy.Pipeline;

/// <summary>Says what a run would do without writing a file.</summary>
public static class PipelinePlanner
{
    /// <summary>Reads and filters the whole corpus and counts; tries the strategies on a few files of those that would reach them.</summary>
    /// <param name="request">The run.</param>
    /// <param name="sample">Files to try, chosen by the run's seed; with 0 nothing is executed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ProblemException">The corpus is missing or empty, or the request is contradictory.</exception>
    public static async Task<PlanReport> Plan(RunRequest request, int sample, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        RunPlanning.Check(request);
        var front = new FrontStages(request);
        using var listing = RunPlanning.OpenCorpus(request, front);
        using var reading = RunPlanning.OpenCorpus(request, front);
        var reservoir = new SourceReservoir(sample, request.Manifest.Run.Seed);
        var counts = new Counts(front, request.ShardInputs, reservoir);
        var readers = request.Readers > 0 ? request.Readers : Environment.ProcessorCount;
        var pipeline = new OrderedPipeline<CorpusInput, Prepared, Prepared>(readers, 0, 64 + (8 * readers), i => i.Entry.Length);
        await pipeline.Run(
            reading.Open(listing.List(cancellationToken).Select(counts.Listed)),
            input => (null, front.Early(input)),
            (prepared, _) => ValueTask.FromResult(prepared),
            prepared => counts.Add(front, prepared),
            cancellationToken);
        RunPlanning.RefuseEmpty(request, counts.Inputs);
        var tried = await new PlanTrial(request).Run(reservoir.Take(), cancellationToken);
        return counts.Report(RunFingerprint.Of(request), front) with { Sample = tried };
    }

    /// <summary>Counts as they come, in corpus order. Content is remembered by 128 bits of its hash.</summary>
    private sealed class Counts(FrontStages front, int shardInputs, SourceReservoir reservoir)
    {
        private readonly ShardTally _tally = new();
        private readonly HashSet<UInt128> _seen = [];
        private readonly SortedDictionary<string, long> _passed = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, long> _removed = new(StringComparer.Ordinal);
        private ShardPlan? _shard;
        private int _shards;
        private long _bytes;

        public long Inputs => _tally.Stage(FrontStages.Read).In;

        public CorpusEntry Listed(CorpusEntry entry)
        {
            if (_shard is null || CorpusListing.IsFull(_shard, entry, shardInputs))
            {
                _shard = new ShardPlan(string.Empty, entry.Ordinal, 0, 0);
                _shards++;
            }

            _shard = _shard with { Count = _shard.Count + 1, Bytes = _shard.Bytes + entry.Length };
            _bytes += entry.Length;
            return entry;
        }

        public void Add(FrontStages stages, Prepared early)
        {
            var prepared = stages.HasBarrier && early.Source is { } source && !_seen.Add(Key(source))
                ? early with { Source = null, Removal = new Removal(FrontStages.Duplicates, InputFate.Duplicate, RejectReasons.ExactDuplicate, string.Empty) }
                : stages.Late(early);
            _tally.Front(front.Names, prepared.Removal);
            if (prepared is { Removal: null, Source: { } passed })
            {
                reservoir.Offer(passed);
            }

            if (prepared.Language is { } language)
            {
                var counts = prepared.Removal is null ? _passed : _removed;
                counts[language] = counts.GetValueOrDefault(language) + 1;
            }
        }

        public PlanReport Report(string runId, FrontStages stages)
        {
            var ledger = _tally.ToLedger(stages.Names);
            return new PlanReport(
                runId, Inputs, _bytes, _shards, ledger.ByStage[^1].Out, _passed.ToImmutableSortedDictionary(StringComparer.Ordinal), ledger.ByStage,
                _removed.ToImmutableSortedDictionary(StringComparer.Ordinal),
                PlanSample.None);
        }

        private static UInt128 Key(SourceFile source) =>
            UInt128.Parse(source.Sha256.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
