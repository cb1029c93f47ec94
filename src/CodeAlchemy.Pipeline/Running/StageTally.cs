namespace CodeAlchemy.Pipeline.Running;

/// <summary>Counts of one stage; mutable.</summary>
internal sealed class StageTally
{
    public long In { get; set; }

    public long Out { get; set; }

    public SortedDictionary<string, long> Reasons { get; init; } = new(StringComparer.Ordinal);

    public void Add(StageTally other)
    {
        In += other.In;
        Out += other.Out;
        foreach (var (reason, count) in other.Reasons)
        {
            Reasons[reason] = Reasons.GetValueOrDefault(reason) + count;
        }
    }

    public void Lose(string reason)
    {
        In++;
        Reasons[reason] = Reasons.GetValueOrDefault(reason) + 1;
    }

    public void Pass()
    {
        In++;
        Out++;
    }
}
