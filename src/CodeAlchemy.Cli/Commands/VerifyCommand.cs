using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Pipeline.Folder;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy verify RUN</c>: checks hashes, schema and ledger, and with <c>--derive</c> runs every verified row again.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The run folder" };
        var derive = new Option<bool>("--derive") { Description = "Run every verified row again from its stored source and compare" };
        var command = new Command("verify", "Check a dataset: hashes, schema, ledger") { run, derive };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var path = parsed.GetValue(run)!;
            var findings = RunFolder.Open(path).Verify().ToList();
            if (parsed.GetValue(derive))
            {
                var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
                findings.AddRange(await workspace.Runs.Derive(path, terminal.Note, cancellationToken));
            }

            foreach (var finding in findings)
            {
                terminal.Out.WriteLine(terminal.Json
                    ? JsonOutput.Of(finding)
                    : $"{(finding.Severity == DiagnosticSeverity.Error ? "error" : "warning")}: {finding.File}{(finding.Line > 0 ? $":{finding.Line}" : string.Empty)}: {finding.Message} [{finding.Code}]");
            }

            var errors = findings.Count(finding => finding.Severity == DiagnosticSeverity.Error);
            terminal.Note(errors == 0 ? "the dataset is sound" : $"{errors} errors");
            return (int)(errors == 0 ? ExitCode.Ok : ExitCode.Failure);
        });
        return command;
    }
}
