using System.Collections.Immutable;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>One configuration of a dataset: the rows of one strategy.</summary>
/// <param name="Name">Name; also the folder below <c>data/</c>.</param>
/// <param name="Rows">Rows.</param>
/// <param name="TextBytes">Bytes of the uncompressed rows.</param>
/// <param name="FileBytes">Bytes of the files.</param>
/// <param name="Extension"><c>jsonl</c> or <c>jsonl.gz</c>.</param>
/// <param name="ScoreNames">Names that occur in <c>scores</c>.</param>
/// <param name="LabelNames">Names that occur in <c>labels</c>.</param>
/// <param name="HasReasoning">Whether a message has reasoning.</param>
public sealed record CardConfig(
    string Name,
    long Rows,
    long TextBytes,
    long FileBytes,
    string Extension,
    ImmutableSortedSet<string> ScoreNames,
    ImmutableSortedSet<string> LabelNames,
    bool HasReasoning);
