namespace CodeAlchemy.Storage.Corpora;

/// <summary>Reasons of reading that are not in the shared catalogue. Stable ids: they appear in ledgers.</summary>
public static class CorpusReasons
{
    /// <summary>A symbolic link leads out of the corpus.</summary>
    public const string OutsideCorpus = "outside-corpus";

    /// <summary>A row of a table is not an object with a text.</summary>
    public const string MalformedRow = "malformed-row";
}
