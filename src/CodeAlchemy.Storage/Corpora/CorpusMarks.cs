namespace CodeAlchemy.Storage.Corpora;

/// <summary>What listing noticed about an entry.</summary>
[Flags]
public enum CorpusMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A sidecar <c>&lt;file&gt;.cases.yaml</c> lies beside it.</summary>
    Sidecar = 1,

    /// <summary>A symbolic link that leads out of the corpus.</summary>
    LeadsOut = 2,

    /// <summary>It could not be listed: a folder without permission, a link to nothing.</summary>
    Unlistable = 4,
}
