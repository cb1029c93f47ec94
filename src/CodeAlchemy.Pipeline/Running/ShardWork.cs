using CodeAlchemy.Storage.Corpora;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>One input of a shard: its entry, what the survey found, and the path of the same content that came before.</summary>
internal sealed record ShardWork(CorpusEntry Entry, SurveyLine? Survey, string? DuplicateOf)
{
    /// <summary>Whether it has to be read.</summary>
    public bool NeedsContent => Survey is null || (Survey.G is null && DuplicateOf is null);

    /// <summary>The opened input, where it has to be read.</summary>
    public CorpusInput? Input { get; init; }
}
