using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Counts of inputs; adds up over shards. Mutable, not thread-safe.</summary>
internal sealed class ShardTally
{
    public long Inputs { get; set; }

    public long Kept { get; set; }

    public long Filtered { get; set; }

    public long Duplicate { get; set; }

    public long Failed { get; set; }

    public long Rows { get; set; }

    public long Rejects { get; set; }

    public Dictionary<string, StageTally> Stages { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Language → rows.</summary>
    public SortedDictionary<string, long> Languages { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Strategy → language → what came of it.</summary>
    public SortedDictionary<string, SortedDictionary<string, YieldTally>> Yields { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Language → what its inputs import.</summary>
    public SortedDictionary<string, ImportTally> Imports { get; init; } = new(StringComparer.Ordinal);

    public void Add(ShardTally other)
    {
        Inputs += other.Inputs;
        Kept += other.Kept;
        Filtered += other.Filtered;
        Duplicate += other.Duplicate;
        Failed += other.Failed;
        Rows += other.Rows;
        Rejects += other.Rejects;
        foreach (var (stage, tally) in other.Stages)
        {
            Stage(stage).Add(tally);
        }

        foreach (var (strategy, languages) in other.Yields)
        {
            foreach (var (language, tally) in languages)
            {
                Yield(strategy, language).Add(tally);
            }
        }

        foreach (var (language, tally) in other.Imports)
        {
            ImportsOf(language).Add(tally);
        }

        foreach (var (language, rows) in other.Languages)
        {
            Languages[language] = Languages.GetValueOrDefault(language) + rows;
        }
    }

    public StageTally Stage(string name)
    {
        if (!Stages.TryGetValue(name, out var tally))
        {
            Stages.Add(name, tally = new StageTally());
        }

        return tally;
    }

    public YieldTally Yield(string strategy, string language)
    {
        if (!Yields.TryGetValue(strategy, out var languages))
        {
            Yields.Add(strategy, languages = new(StringComparer.Ordinal));
        }

        if (!languages.TryGetValue(language, out var tally))
        {
            languages.Add(language, tally = new YieldTally());
        }

        return tally;
    }

    /// <summary>Counts what an input that reached the strategies imports.</summary>
    public void Import(SourceFile source)
    {
        if (!source.Imports.IsEmpty)
        {
            ImportsOf(source.Language).Add(source.Imports);
        }
    }

    /// <summary>Counts the stages before the strategies: all passed, or all up to the one that removed the input.</summary>
    public void Front(ImmutableArray<string> stages, Removal? removal)
    {
        foreach (var stage in stages)
        {
            if (stage == removal?.Stage)
            {
                Stage(stage).Lose(removal.Reason);
                return;
            }

            Stage(stage).Pass();
        }
    }

    public void End(InputResult result)
    {
        Inputs++;
        Rows += result.Rows;
        Rejects += result.Rejects;
        Kept += result.Fate == InputFate.Kept ? 1 : 0;
        Filtered += result.Fate == InputFate.Filtered ? 1 : 0;
        Duplicate += result.Fate == InputFate.Duplicate ? 1 : 0;
        Failed += result.Fate == InputFate.Failed ? 1 : 0;
        if (result is { Language: { } language, Rows: > 0 })
        {
            Languages[language] = Languages.GetValueOrDefault(language) + result.Rows;
        }
    }

    public Ledger ToLedger(IEnumerable<string> stages) => new()
    {
        Inputs = Inputs,
        Kept = Kept,
        Filtered = Filtered,
        Duplicate = Duplicate,
        Failed = Failed,
        Rows = Rows,
        Rejects = Rejects,
        ByStage = [.. stages.Select(name => (name, tally: Stage(name))).Select(s =>
            new StageCount(s.name, s.tally.In, s.tally.Out, s.tally.Reasons.ToImmutableSortedDictionary(StringComparer.Ordinal)))],
        Yield = [.. Yields.SelectMany(s => s.Value.Select(l => l.Value.ToCount(s.Key, l.Key)))],
        Imports = [.. Imports.Select(i => i.Value.ToCount(i.Key))],
    };

    private ImportTally ImportsOf(string language)
    {
        if (!Imports.TryGetValue(language, out var tally))
        {
            Imports.Add(language, tally = new ImportTally());
        }

        return tally;
    }
}
