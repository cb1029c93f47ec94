using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace.Programs;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy trace FILE</c>: one traced run, for a person or as data.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var program = new ProgramOptions();
        var render = new Option<string?>("--render") { Description = "compact, cwm, scratchpad, narrative, table (default), tutor or published", HelpName = "NAME" };
        var events = new Option<int>("--events") { Description = "Most events to record", HelpName = "N", DefaultValueFactory = _ => TraceLimits.Default.Events };
        var bytes = new Option<long>("--trace-bytes") { Description = "Most bytes of records", HelpName = "BYTES", DefaultValueFactory = _ => TraceLimits.Default.Bytes };
        bytes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() is < 1024 or > 1 << 30)
            {
                result.AddError("--trace-bytes goes from 1024 to 1073741824");
            }
        });
        var command = new Command("trace", "Run a program in the sandbox and show its execution trace");
        program.AddTo(command);
        command.Options.Add(render);
        command.Options.Add(events);
        command.Options.Add(bytes);
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var request = program.Read(parsed);
            var limits = TraceLimits.Default with { Events = parsed.GetValue(events), Bytes = parsed.GetValue(bytes) };
            request = request with { Options = request.Options with { Trace = limits } };
            return await Trace(CommandSupport.OpenWorkspace(parsed, terminal).Programs, request, parsed.GetValue(render), terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<int> Trace(
        ProgramService programs, ProgramRequest request, string? rendering, Terminal terminal, CancellationToken cancellationToken)
    {
        programs.CheckRendering(rendering ?? "table");
        var traced = await programs.Trace(request, cancellationToken);
        foreach (var note in traced.Run.Notes)
        {
            terminal.Note($"note: {note}");
        }

        if (traced.Run.Trace is not { } trace)
        {
            throw ProgramReport.Failure(request.File, traced.Run.Result);
        }

        if (terminal.Json && rendering is null)
        {
            programs.WriteJson(trace, terminal.Out.BaseStream);
        }
        else
        {
            var text = programs.Render(trace, traced.Source, rendering ?? "table");
            await terminal.Out.WriteAsync(text);
            if (!text.EndsWith('\n'))
            {
                await terminal.Out.WriteLineAsync();
            }
        }

        terminal.Note(ProgramReport.Summary(traced.Run.Result, trace));
        return (int)ExitCode.Ok;
    }
}
