namespace CodeAlchemy.Abstractions;

/// <summary>A row that was not made, with the reason. Stored, never dropped.</summary>
public sealed record Reject : Outcome
{
    /// <summary>Id of the reason from <see cref="RejectReasons"/>, or a plugin's own prefixed with its id and a dot.</summary>
    public required string Reason { get; init; }

    /// <summary>One sentence for a person. Must be the same in every run over the same input: no times, addresses or random text.</summary>
    public required string Detail { get; init; }

    /// <summary>Name of the case, or <see langword="null"/>.</summary>
    public string? Case { get; init; }

    /// <summary>
    /// Raw evidence (end of stderr, raw reply, first difference), or <see langword="null"/>. It may differ from run to run,
    /// so it goes to the journal and is shown by <c>why</c>; it is not part of <c>rejects/</c> when <see cref="EvidenceIsStable"/> is false.
    /// </summary>
    public string? Evidence { get; init; }

    /// <summary>Whether <see cref="Evidence"/> is a pure function of the input.</summary>
    public bool EvidenceIsStable { get; init; }
}
