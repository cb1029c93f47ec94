using System.CommandLine;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Workspace.Reviews;
using Spectre.Console;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy inspect RUN</c>: looks into a run folder.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The run folder" };
        var rows = new Option<int>("--rows") { Description = "Show the first N rows", HelpName = "N" };
        var rejects = new Option<int>("--rejects") { Description = "Show the first N rejects", HelpName = "N" };
        var task = new Option<string?>("--task") { Description = "Only rows of this task", HelpName = "TASK" };
        var language = new Option<string?>("--language") { Description = "Only rows of this language", HelpName = "ID" };
        var command = new Command("inspect", "Look into a run folder: status, ledger, rows, rejects") { run, rows, rejects, task, language };
        command.Does((parsed, terminal, cancellationToken) =>
        {
            var folder = RunFolder.Open(parsed.GetValue(run)!);
            var chosen = folder.Samples()
                .Where(row => parsed.GetValue(task) is not { } wanted || row.Task == wanted)
                .Where(row => parsed.GetValue(language) is not { } wanted || row.Language == wanted);
            var wantedRows = parsed.GetValue(rows);
            var wantedRejects = parsed.GetValue(rejects);
            if (wantedRows + wantedRejects == 0 || !terminal.Json)
            {
                WriteStatus(folder, terminal);
            }

            foreach (var row in chosen.Take(wantedRows))
            {
                cancellationToken.ThrowIfCancellationRequested();
                WriteRow(row, terminal);
            }

            foreach (var reject in folder.Rejects().Take(wantedRejects))
            {
                terminal.Out.WriteLine(terminal.Json
                    ? JsonOutput.Of(reject)
                    : $"{reject.Input}  {reject.Stage}  {reject.Reason}: {reject.Detail}");
            }

            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }

    private static void WriteStatus(RunFolder folder, Terminal terminal)
    {
        var status = folder.Status();
        var ledger = folder.Ledger();
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new { schema = "codealchemy.inspect/1", status, ledger, reviews = Reviews(folder) }));
            return;
        }

        var console = terminal.Table();
        var state = status.Finished ? "finished" : status.HeldBy is { } holder ? $"running ({holder})" : "unfinished: the same command resumes it";
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{status.Name}[/]  run {status.RunId[..12]}, planned {status.PlannedAt:u}, {status.FinishedShards}/{status.Shards} shards, {state}");
        if (ledger is null)
        {
            return;
        }

        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{ledger.Inputs} inputs = {ledger.Kept} kept + {ledger.Filtered} filtered + {ledger.Duplicate} duplicate + {ledger.Failed} failed; {ledger.Rows} rows, {ledger.Rejects} rejects");
        if (Reviews(folder) is { } reviews)
        {
            console.WriteLine(ReviewOutput.Line(reviews));
        }

        console.Write(RunReport.Stages(ledger.ByStage));
    }

    // Counting means reading all rows once; nobody waits for that where nothing was decided.
    private static ReviewCounts? Reviews(RunFolder folder) =>
        File.Exists(Path.Combine(folder.Root, DatasetLayout.Reviews)) ? new ReviewService(TimeProvider.System).Open(folder.Root).Counts() : null;

    private static void WriteRow(SampleRow row, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(row.Json.GetRawText());
            return;
        }

        terminal.Out.WriteLine($"── {row.Id[..12]}  {row.Language}  {row.Strategy}/{row.Task}  {row.SourcePath}  ({row.File}:{row.Line})");
        foreach (var message in row.Json.GetProperty("messages").EnumerateArray())
        {
            terminal.Out.WriteLine($"[{message.GetProperty("role").GetString()}]");
            terminal.Out.WriteLine(message.GetProperty("content").GetString());
        }
    }
}
