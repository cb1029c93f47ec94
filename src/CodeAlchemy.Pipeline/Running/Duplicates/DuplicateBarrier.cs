using System.Text.Json;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Pipeline.Running.Duplicates;

/// <summary>The barrier: decides about duplicates from all shards' summaries and leaves the decisions on disk, by shard.</summary>
internal sealed class DuplicateBarrier(RunPaths paths, RunPlan plan)
{
    private const int FlushAt = 50_000;
    private readonly Dictionary<string, List<DuplicateDecision>> _waiting = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Whether the decisions are there.</summary>
    public bool IsDone => Directory.Exists(paths.Decisions);

    public async Task Resolve(CancellationToken cancellationToken)
    {
        var scratch = paths.Decisions + ".unfinished";
        StorageFault.Guard(scratch, () =>
        {
            if (Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }

            Directory.CreateDirectory(scratch);
        });
        List<string> files = [.. plan.Shards.Select(s => paths.SummariesOf(s.Id))];
        await foreach (var decision in new DuplicateStep().Resolve(SummaryMerge.Sorted(files, scratch, cancellationToken), cancellationToken))
        {
            Keep(decision, scratch);
        }

        Flush(scratch);
        StorageFault.Guard(paths.Decisions, () =>
        {
            foreach (var merged in Directory.EnumerateFiles(scratch, "merge-*"))
            {
                File.Delete(merged);
            }

            Directory.Move(scratch, paths.Decisions);
            DurableFile.SyncFolder(paths.Global);
        });
    }

    /// <summary>Ordinal → path of the kept input, for one shard.</summary>
    public Dictionary<long, string> Of(string shard)
    {
        var file = paths.DecisionsOf(shard);
        return File.Exists(file)
            ? RowReader.Lines(file).Select(l => JsonSerializer.Deserialize<DuplicateDecision>(l, Json.Compact)!).ToDictionary(d => d.Ordinal, d => d.KeptPath)
            : [];
    }

    private void Keep(DuplicateDecision decision, string scratch)
    {
        var shard = plan.ShardOf(decision.Ordinal).Id;
        if (!_waiting.TryGetValue(shard, out var list))
        {
            _waiting.Add(shard, list = []);
        }

        list.Add(decision);
        if (++_count >= FlushAt)
        {
            Flush(scratch);
        }
    }

    private void Flush(string scratch)
    {
        foreach (var (shard, decisions) in _waiting)
        {
            var path = Path.Combine(scratch, shard + ".jsonl");
            StorageFault.Guard(path, () =>
            {
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, 64 << 10);
                foreach (var decision in decisions)
                {
                    JsonSerializer.Serialize(file, decision, Json.Compact);
                    file.WriteByte((byte)'\n');
                }

                file.Flush(flushToDisk: true);
            });
        }

        _waiting.Clear();
        _count = 0;
    }
}
