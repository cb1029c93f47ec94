using System.Security.Cryptography;
using CodeAlchemy.Pipeline.Running.Duplicates;
using CodeAlchemy.Pipeline.Tests.Kit;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class DuplicateStepTests : IDisposable
{
    private readonly TemporaryFolder _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(20_000)]
    public async Task The_first_of_equal_inputs_is_kept_over_any_number_of_shards(int shards)
    {
        const int Inputs = 20_000;
        var random = new Random(shards);
        var contents = Enumerable.Range(0, Inputs).Select(_ => random.Next(12_000)).ToArray();
        var files = Enumerable.Range(0, shards).Select(s => Write(s, contents, Inputs / shards)).ToList();

        var decisions = new SortedDictionary<long, string>();
        var sorted = SummaryMerge.Sorted(files, _disk.Path, TestContext.Current.CancellationToken);
        await foreach (var decision in new DuplicateStep().Resolve(sorted, TestContext.Current.CancellationToken))
        {
            decisions.Add(decision.Ordinal, decision.KeptPath);
        }

        var first = new Dictionary<int, int>();
        var expected = new SortedDictionary<long, string>();
        for (var i = 0; i < Inputs / shards * shards; i++)
        {
            if (!first.TryAdd(contents[i], i))
            {
                expected.Add(i, $"p{first[contents[i]]}");
            }
        }

        Assert.Equal(expected, decisions);
    }

    private string Write(int shard, int[] contents, int size)
    {
        var path = Path.Combine(_disk.Path, $"{shard}.keys");
        using var file = File.Create(path);
        foreach (var summary in Enumerable.Range(shard * size, size)
            .Select(i => new DuplicateSummary(SHA256.HashData(BitConverter.GetBytes(contents[i])), i, $"p{i}")).Order())
        {
            summary.Write(file);
        }

        return path;
    }
}
