using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy export RUN…</c>: rows of runs as JSON Lines on stdout or in a file.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN") { Arity = ArgumentArity.OneOrMore, Description = "Run folders" };
        var accepted = new Option<bool>("--accepted") { Description = "Only rows that people accepted, edited ones in their edited form" };
        var flagged = new Option<bool>("--include-flagged") { Description = "With --accepted: also rows marked for another look" };
        var output = new Option<string>("--output", "-o") { Description = "The file, gzip when it ends in .gz; '-' for stdout (default)", HelpName = "FILE", DefaultValueFactory = _ => "-" };
        var format = new Option<string>("--format") { Description = "jsonl (default)", HelpName = "NAME", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var strategies = new Option<string[]>("--strategy") { Description = "Only rows of this strategy; may be given several times", HelpName = "ID" };
        var force = new Option<bool>("--force") { Description = "Replace a file that exists" };
        var command = new Command("export", "Write the rows of runs as one file, all or those that were accepted") { runs, accepted, flagged, output, format, strategies, force };
        command.Does((parsed, terminal, cancellationToken) =>
        {
            if (parsed.GetValue(flagged) && !parsed.GetValue(accepted))
            {
                throw new ProblemException(new Problem(
                    "usage", "--include-flagged says which accepted rows are written", "add --accepted; without it all rows are written, flagged or not", ExitCode.Usage));
            }

            using var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
            var file = parsed.GetValue(output) is { } path && path != "-" ? path : null;
            using var stdout = Console.OpenStandardOutput();
            using var stream = new BufferedStream(stdout, 128 << 10);
            var summary = workspace.Exports.Export(
                new ExportRequest
                {
                    Runs = [.. parsed.GetValue(runs)!],
                    Accepted = parsed.GetValue(accepted),
                    IncludeFlagged = parsed.GetValue(flagged),
                    Strategies = [.. parsed.GetValue(strategies) ?? []],
                    Output = file,
                    Force = parsed.GetValue(force),
                },
                stream,
                cancellationToken);
            stream.Flush();
            ReviewOutput.Write(summary, terminal);
            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }
}
