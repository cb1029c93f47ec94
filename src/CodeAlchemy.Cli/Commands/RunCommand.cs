using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Pipeline;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Workspace.Plans;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy run MANIFEST</c>: executes a manifest, or resumes it.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var manifest = new ManifestOptions();
        var executor = new Option<string>("--executor") { Description = "local", DefaultValueFactory = _ => "local" };
        executor.AcceptOnlyFromAmong("local");
        var resume = new Option<ResumeMode>("--resume")
        {
            Description = "auto (default): go on where an earlier start stopped; never: start afresh; always: only go on",
            HelpName = "auto|never|always",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the plan and stop" };
        var batch = new Option<string?>("--batch")
        {
            Description = "Write model requests to batch files in DIR and read results there, in place of the network",
            HelpName = "DIR",
        };
        var giveUp = new Option<bool>("--give-up") { Description = "Finish without the rows for which no model answered" };
        var command = new Command("run", "Execute a manifest, or resume it");
        manifest.AddTo(command);
        command.Options.Add(executor);
        command.Options.Add(resume);
        command.Options.Add(batch);
        command.Options.Add(giveUp);
        command.Options.Add(dryRun);
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var runs = CommandSupport.OpenWorkspace(parsed, terminal).Runs;
            var value = runs.Validate(manifest.Read(parsed)).Require(terminal);
            if (parsed.GetValue(dryRun))
            {
                return await PlanCommand.Show(runs, value, new PlanOptions(), terminal, cancellationToken);
            }

            using var progress = RunProgress.Create(terminal);
            var options = new RunOptions
            {
                Resume = parsed.GetValue(resume),
                GiveUp = parsed.GetValue(giveUp),
                Batch = parsed.GetValue(batch) is { } folder ? Path.GetFullPath(folder) : null,
            };
            var summary = await runs.Run(value, options, progress, cancellationToken);
            progress.Dispose();
            Report(summary, terminal);
            return (int)summary.Exit;
        });
        return command;
    }

    private static void Report(RunSummary summary, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(RunReport.ToJson(summary));
        }
        else if (!terminal.Quiet)
        {
            RunReport.Write(summary, terminal.Error);
        }

        if (summary.Problem is { } problem)
        {
            terminal.Problems.Write(problem);
        }
    }
}
