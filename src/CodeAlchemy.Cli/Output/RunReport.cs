using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Pipeline.Results;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>The summary of a run for people and as JSON.</summary>
internal static class RunReport
{
    public static void Write(RunSummary summary, IAnsiConsole console)
    {
        var ledger = summary.Ledger;
        var state = summary.State == RunState.NothingToDo ? "nothing to do: the run was finished already" : summary.Resumed ? "resumed and finished" : "finished";
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{state}[/]  run {summary.RunId[..12]}");
        var totals = new Table().Border(TableBorder.Simple);
        foreach (var title in new[] { "inputs", "kept", "filtered", "duplicate", "failed", "rows", "rejects", "balanced" })
        {
            totals.AddColumn(title, column => column.RightAligned());
        }

        totals.AddRow(
            new long[] { ledger.Inputs, ledger.Kept, ledger.Filtered, ledger.Duplicate, ledger.Failed, ledger.Rows, ledger.Rejects }
                .Select(number => number.ToString("N0", CultureInfo.InvariantCulture))
                .Append(ledger.Balanced ? "yes" : "no").ToArray());
        console.Write(totals);
        console.Write(Stages(ledger.ByStage));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"dataset {summary.Folder}");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"what became of an input: codealchemy why {summary.Folder} PATH");
    }

    /// <summary>A row per stage: what went in, what came out, and why the rest did not.</summary>
    public static Table Stages(ImmutableArray<StageCount> stages)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("stage")
            .AddColumn("in", column => column.RightAligned()).AddColumn("out", column => column.RightAligned()).AddColumn("why not");
        foreach (var stage in stages)
        {
            var reasons = string.Join(", ", stage.Reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}")));
            table.AddRow(
                Markup.Escape(stage.Stage),
                stage.In.ToString("N0", CultureInfo.InvariantCulture),
                stage.Out.ToString("N0", CultureInfo.InvariantCulture),
                Markup.Escape(reasons));
        }

        return table;
    }

    public static string ToJson(RunSummary summary) => JsonOutput.Of(new
    {
        schema = "codealchemy.run/1",
        runId = summary.RunId,
        folder = summary.Folder,
        state = summary.State == RunState.NothingToDo ? "nothing-to-do" : "finished",
        resumed = summary.Resumed,
        exitCode = (int)summary.Exit,
        ledger = new
        {
            inputs = summary.Ledger.Inputs,
            kept = summary.Ledger.Kept,
            filtered = summary.Ledger.Filtered,
            duplicate = summary.Ledger.Duplicate,
            failed = summary.Ledger.Failed,
            rows = summary.Ledger.Rows,
            rejects = summary.Ledger.Rejects,
            balanced = summary.Ledger.Balanced,
        },
    });
}
