using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Storage.Corpora;
using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>Lists a corpus to disk and cuts it into shards on the way. Holds one line at a time.</summary>
internal sealed class CorpusListing(RunPaths paths, int maximumInputs)
{
    private readonly ImmutableArray<ShardPlan>.Builder _shards = ImmutableArray.CreateBuilder<ShardPlan>();
    private readonly ArrayBufferWriter<byte> _line = new();

    public ImmutableArray<ShardPlan> Write(IEnumerable<CorpusEntry> entries, CancellationToken cancellationToken)
    {
        RowWriter? file = null;
        ShardPlan? shard = null;
        try
        {
            foreach (var entry in entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (shard is not null && IsFull(shard, entry, maximumInputs))
                {
                    End(ref file, shard);
                    shard = null;
                }

                shard ??= new ShardPlan(NextId(), entry.Ordinal, 0, 0);
                file ??= new RowWriter(paths.InputsOf(shard.Id), gzip: false);
                _line.ResetWrittenCount();
                InputFile.Write(_line, entry);
                file.Append(_line.WrittenSpan, 1);
                shard = shard with { Count = shard.Count + 1, Bytes = shard.Bytes + entry.Length };
            }

            if (shard is not null)
            {
                End(ref file, shard);
            }
        }
        finally
        {
            file?.Dispose();
        }

        return _shards.ToImmutable();
    }

    /// <summary>Whether an entry begins the next shard.</summary>
    public static bool IsFull(ShardPlan shard, CorpusEntry next, int maximumInputs) =>
        shard.Count >= maximumInputs || shard.Bytes + next.Length > ShardPlan.MaximumBytes;

    private void End(ref RowWriter? file, ShardPlan shard)
    {
        file!.Finish();
        file.Dispose();
        file = null;
        _shards.Add(shard);
    }

    private string NextId() => _shards.Count.ToString("D5", CultureInfo.InvariantCulture);
}
