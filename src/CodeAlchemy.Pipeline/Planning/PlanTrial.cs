using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Running;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>Runs the strategies over sampled sources and counts what comes of them; nothing is written.</summary>
internal sealed class PlanTrial(RunRequest request)
{
    public async Task<PlanSample> Run(IReadOnlyList<SourceFile> sources, CancellationToken cancellationToken)
    {
        if (sources.Count == 0)
        {
            return PlanSample.None;
        }

        var strategies = new StrategyStage(request, "plan", request.Clock.GetUtcNow(), new VolatileMemo());
        var files = new SampledFile[sources.Count];
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, sources.Count),
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Degree(request) },
            async (index, token) => files[index] = await Try(strategies, sources[index], token));
        return new PlanSample([.. files], Stopwatch.GetElapsedTime(started));
    }

    private static int Degree(RunRequest request) =>
        request.Manifest.Run.Processes > 0 ? request.Manifest.Run.Processes : Environment.ProcessorCount;

    private async ValueTask<SampledFile> Try(StrategyStage strategies, SourceFile source, CancellationToken cancellationToken)
    {
        var yields = ImmutableArray.CreateBuilder<SampledYield>(request.Strategies.Length);
        for (var i = 0; i < request.Strategies.Length; i++)
        {
            var output = await strategies.Run(source, i, request.Strategies[i].Id, cancellationToken);
            var rejects = output.Rejects.GroupBy(reject => reject.Reason)
                .ToImmutableSortedDictionary(group => group.Key, group => (long)group.Count(), StringComparer.Ordinal);
            yields.Add(new SampledYield(output.RowCount, output.Tokens, rejects));
        }

        return new SampledFile(source.Path, source.Language, yields.MoveToImmutable());
    }

    /// <summary>Lets strategies share one tracing, in memory.</summary>
    private sealed class VolatileMemo : IOutcomeMemo
    {
        private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

        public bool TryGet(string key, out byte[] value) => _known.TryGetValue(key, out value!);

        public void Put(string key, ReadOnlySpan<byte> value) => _known.TryAdd(key, value.ToArray());
    }
}
