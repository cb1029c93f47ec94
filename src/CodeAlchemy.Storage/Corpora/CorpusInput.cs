namespace CodeAlchemy.Storage.Corpora;

/// <summary>An entry that can be loaded.</summary>
/// <param name="entry">The entry.</param>
/// <param name="load">Reads it; must not throw for what is wrong with the input itself.</param>
public sealed class CorpusInput(CorpusEntry entry, Func<CorpusItem> load)
{
    /// <summary>The entry.</summary>
    public CorpusEntry Entry { get; } = entry;

    /// <summary>Reads the content. What is wrong with the input is in the item, never an exception.</summary>
    public CorpusItem Load() => load();
}
