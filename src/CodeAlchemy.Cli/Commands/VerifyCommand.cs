using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Pipeline.Folder;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy verify RUN</c>: checks hashes, schema and ledger, and with <c>--derive</c> makes every row again.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The run folder" };
        var derive = new Option<bool>("--derive") { Description = "Make every row again from its stored source, running all programs anew, and compare" };
        var command = new Command("verify", "Check a dataset: hashes, schema, ledger") { run, derive };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var path = parsed.GetValue(run)!;
            var findings = RunFolder.Open(path).Verify().ToList();
            if (parsed.GetValue(derive))
            {
                var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
                var derivation = await workspace.Runs.Derive(path, terminal.Note, cancellationToken);
                terminal.Note($"{derivation.Rows} rows derived, {derivation.Findings.Length} differ");
                findings.AddRange(derivation.Findings);
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
