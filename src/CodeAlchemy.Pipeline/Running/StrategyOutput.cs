using System.Buffers;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>What one strategy made of one input, serialised already so that writing is only copying.</summary>
internal sealed class StrategyOutput
{
    public ArrayBufferWriter<byte> Rows { get; } = new();

    public int RowCount { get; set; }

    public List<RejectRecord> Rejects { get; } = [];

    public List<Note> Notes { get; } = [];

    public HashSet<string> Scores { get; } = [];

    public HashSet<string> Labels { get; } = [];

    public bool Reasoning { get; set; }

    /// <summary>Rejects that say an answer is still to come.</summary>
    public int Open => Rejects.Count(reject => RejectReasons.IsOpen(reject.Reason));

    /// <summary>Tokens of the rows.</summary>
    public long Tokens { get; private set; }

    public void Saw(Sample sample, long tokens)
    {
        RowCount++;
        Tokens += tokens;
        Scores.UnionWith(sample.Scores.Keys);
        Labels.UnionWith(sample.Labels.Keys);
        Reasoning |= sample.Messages.Any(m => m.Reasoning is not null);
    }
}
