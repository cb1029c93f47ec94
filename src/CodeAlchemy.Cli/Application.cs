using System.CommandLine;
using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Commands;
using CodeAlchemy.Cli.Output;

namespace CodeAlchemy.Cli;

/// <summary>The edge of the tool: arguments in, exit code out. Nothing above it, and every failure ends here as a message.</summary>
internal static class Application
{
    public static async Task<int> Run(string[] arguments)
    {
        var root = CommandTree.Create();
        var parsed = root.Parse(arguments);
        var terminal = Terminal.Create(parsed);
        var mistakes = UsageErrors.Find(parsed, arguments);
        if (mistakes.Count > 0)
        {
            foreach (var mistake in mistakes)
            {
                terminal.Problems.Write(mistake);
            }

            return (int)ExitCode.Usage;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Interrupt(context, stop, terminal));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Interrupt(context, stop, terminal));
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, stop.Token);
        }
        catch (Exception exception)
        {
            return terminal.Problems.Report(exception, stop.IsCancellationRequested);
        }
    }

    // The first signal lets running work stop in order; the second leaves at once, which a run folder survives.
    private static void Interrupt(PosixSignalContext context, CancellationTokenSource stop, Terminal terminal)
    {
        if (stop.IsCancellationRequested)
        {
            Environment.Exit((int)ExitCode.Interrupted);
        }

        context.Cancel = true;
        terminal.Note("stopping; press Ctrl-C again to leave at once");
        stop.Cancel();
    }
}
