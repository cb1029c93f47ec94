using System.Collections.Immutable;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Gathers what the dataset card says.</summary>
internal static class CardOf
{
    private const int MostLibraries = 20;

    public static CardContent Run(
        RunRequest request, RunPlan plan, Ledger ledger, ShardTally tally, Dictionary<string, ConfigTally> configs) => new()
        {
            Name = plan.Name,
            RunId = plan.RunId,
            ToolVersion = plan.ToolVersion,
            License = request.DatasetLicense,
            Configs = [.. plan.Configs.Select(name => Config(name, plan, configs[name]))],
            Languages = tally.Languages.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Libraries = [.. ledger.Imports.Select(i => (i.Language, i.Inputs, (long)i.Libraries.Count, Frequent(i.Libraries)))],
            Totals =
            [
                ("inputs", ledger.Inputs), ("kept (at least one row)", ledger.Kept), ("filtered", ledger.Filtered),
                ("duplicate", ledger.Duplicate), ("failed", ledger.Failed), ("rows", ledger.Rows), ("rejects", ledger.Rejects),
            ],
            Stages = [.. ledger.ByStage.Select(s => (s.Stage, s.In, s.Out, string.Join(", ", s.Reasons.Select(r => $"{r.Key} {r.Value}"))))],
        };

    private static string Frequent(ImmutableSortedDictionary<string, long> libraries) => string.Join(
        ", ",
        libraries.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Take(MostLibraries).Select(l => $"{l.Key} {l.Value}"));

    private static CardConfig Config(string name, RunPlan plan, ConfigTally tally) => new(
        name,
        tally.File!.Rows,
        tally.File.TextBytes,
        tally.File.Bytes,
        plan.Gzip ? "jsonl.gz" : "jsonl",
        [.. tally.Scores.ToImmutableSortedSet(StringComparer.Ordinal)],
        [.. tally.Labels.ToImmutableSortedSet(StringComparer.Ordinal)],
        tally.Reasoning);
}
