namespace CodeAlchemy.Pipeline.Planning;

/// <summary>A consecutive part of the corpus. Cut by bytes and rows, never by cores, so that every machine cuts alike.</summary>
/// <param name="Id">Number with leading zeros; also the order.</param>
/// <param name="First">Ordinal of its first input.</param>
/// <param name="Count">Inputs.</param>
/// <param name="Bytes">Bytes as listed.</param>
internal sealed record ShardPlan(string Id, long First, int Count, long Bytes)
{
    public const int MaximumInputs = 4096;
    public const long MaximumBytes = 64L << 20;
}
