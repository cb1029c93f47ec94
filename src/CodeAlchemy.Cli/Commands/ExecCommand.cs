using System.CommandLine;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy exec FILE</c>: runs a program in the sandbox, untraced, and passes its output and status through.</summary>
internal static class ExecCommand
{
    public static Command Create()
    {
        var program = new ProgramOptions();
        var command = new Command("exec", "Run a program in the sandbox, untraced");
        program.AddTo(command);
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var request = program.Read(parsed);
            var result = await CommandSupport.OpenWorkspace(parsed, terminal).Programs.Execute(request, cancellationToken);
            return Pass(request.File, result, terminal);
        });
        return command;
    }

    private static int Pass(string file, RunResult result, Terminal terminal)
    {
        if (terminal.Json)
        {
            ProgramReport.WriteJson(result, terminal.Out);
        }
        else
        {
            terminal.Out.BaseStream.Write(result.Stdout.AsSpan());
            using var error = Console.OpenStandardError();
            error.Write(result.Stderr.AsSpan());
        }

        return result switch
        {
            { Status: ExecutionStatus.Ok or ExecutionStatus.Error, ExitCode: { } code } => code,
            { Status: ExecutionStatus.Signal, Signal: { } signal } => 128 + signal,
            _ => throw ProgramReport.Failure(file, result),
        };
    }
}
