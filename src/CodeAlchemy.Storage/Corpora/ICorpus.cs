namespace CodeAlchemy.Storage.Corpora;

/// <summary>Inputs of a run, in an order that is the same on every machine. Listing and reading stream; nothing holds all inputs.</summary>
public interface ICorpus : IDisposable
{
    /// <summary>Lists the inputs in corpus order. What can't be listed becomes an entry that fails when it is loaded.</summary>
    IEnumerable<CorpusEntry> List(CancellationToken cancellationToken);

    /// <summary>
    /// Opens entries in their order. To be enumerated by one thread; the inputs may be loaded by any, also after the enumeration
    /// has moved on.
    /// </summary>
    /// <param name="entries">Entries as listed, ascending; some may be left out.</param>
    IEnumerable<CorpusInput> Open(IEnumerable<CorpusEntry> entries);
}
