using System.Collections.Immutable;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Counts of one strategy and one language; mutable.</summary>
internal sealed class YieldTally
{
    public long Inputs { get; set; }

    public long Kept { get; set; }

    public long Rows { get; set; }

    public SortedDictionary<string, long> Rejects { get; init; } = new(StringComparer.Ordinal);

    public void Add(StrategyOutput output)
    {
        Inputs++;
        Kept += output.RowCount > 0 ? 1 : 0;
        Rows += output.RowCount;
        foreach (var reject in output.Rejects)
        {
            Count(reject.Reason, 1);
        }
    }

    public void Add(YieldTally other)
    {
        Inputs += other.Inputs;
        Kept += other.Kept;
        Rows += other.Rows;
        foreach (var (reason, count) in other.Rejects)
        {
            Count(reason, count);
        }
    }

    public YieldCount ToCount(string strategy, string language) =>
        new(strategy, language, Inputs, Kept, Rows, Rejects.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private void Count(string reason, long count) => Rejects[reason] = Rejects.GetValueOrDefault(reason) + count;
}
