using System.Collections.Immutable;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>All that is known about one input.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Shard">Shard it belongs to.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Rejects">Its rejects.</param>
/// <param name="Notes">Volatile evidence and log lines of the last attempt.</param>
public sealed record InputStory(
    InputResult Result,
    string Shard,
    ImmutableArray<SampleRow> Rows,
    ImmutableArray<RejectRow> Rejects,
    ImmutableArray<StoryNote> Notes);
