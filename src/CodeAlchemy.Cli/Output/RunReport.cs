using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Pipeline.Results;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>The summary of a run for people and as JSON.</summary>
internal static class RunReport
{
    private const int MostLibraries = 6;

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
        console.Write(Yield(ledger.Yield));
        if (!ledger.Imports.IsEmpty)
        {
            console.Write(Imports(ledger.Imports));
        }

        WriteUsage(summary.Models, console);
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
            table.AddRow(Markup.Escape(stage.Stage), Number(stage.In), Number(stage.Out), Frequent(stage.Reasons));
        }

        return table;
    }

    /// <summary>A row per strategy and language: what came of its inputs, and which rows were not made.</summary>
    private static Table Yield(ImmutableArray<YieldCount> counts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("strategy").AddColumn("language");
        foreach (var title in new[] { "inputs", "kept", "rows" })
        {
            table.AddColumn(title, column => column.RightAligned());
        }

        table.AddColumn("rows not made");
        foreach (var count in counts)
        {
            table.AddRow(
                Markup.Escape(count.Strategy), Markup.Escape(count.Language), Number(count.Inputs), Number(count.Kept), Number(count.Rows),
                Frequent(count.Rejects));
        }

        return table;
    }

    /// <summary>A row per language: what its inputs import most.</summary>
    private static Table Imports(ImmutableArray<ImportCount> counts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("language")
            .AddColumn("inputs with imports", column => column.RightAligned()).AddColumn("libraries", column => column.RightAligned())
            .AddColumn("imported most");
        foreach (var count in counts)
        {
            table.AddRow(Markup.Escape(count.Language), Number(count.Inputs), Number(count.Libraries.Count), Frequent(count.Libraries, MostLibraries));
        }

        return table;
    }

    private static void WriteUsage(ModelUsage? usage, IAnsiConsole console)
    {
        if (usage is not null)
        {
            var cost = usage.Cost == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", cost {usage.Cost:0.####}");
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"models: {usage.Replies:N0} replies, {usage.Cached:N0} from the cache, {usage.Replayed:N0} from the journal; {usage.PromptTokens:N0} + {usage.CompletionTokens:N0} tokens ({usage.ReasoningTokens:N0} of reasoning){cost}");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Names and counts, the most frequent first.</summary>
    public static string Frequent(ImmutableSortedDictionary<string, long> counts, int most = int.MaxValue) => Markup.Escape(string.Join(
        ", ",
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}"))));

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
            yield = summary.Ledger.Yield.Select(count => new
            {
                strategy = count.Strategy,
                language = count.Language,
                inputs = count.Inputs,
                kept = count.Kept,
                rows = count.Rows,
                rejects = count.Rejects,
            }),
            imports = summary.Ledger.Imports.Select(count => new
            {
                language = count.Language,
                inputs = count.Inputs,
                libraries = count.Libraries,
            }),
        },
        models = summary.Models is not { } usage ? null : new
        {
            sent = usage.Sent,
            replies = usage.Replies,
            cached = usage.Cached,
            replayed = usage.Replayed,
            failures = usage.Failures,
            promptTokens = usage.PromptTokens,
            completionTokens = usage.CompletionTokens,
            reasoningTokens = usage.ReasoningTokens,
            cost = usage.Cost,
        },
    });
}
