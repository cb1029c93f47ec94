using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace.Health;
using Spectre.Console;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy doctor</c>: what works, what doesn't, and the one thing to do about each.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Show what works here, what doesn't, and the one thing to do about each");
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var checks = await CommandSupport.OpenWorkspace(parsed, terminal).Doctor.Examine(cancellationToken);
            if (terminal.Json)
            {
                terminal.Out.WriteLine(JsonOutput.Of(new
                {
                    schema = "codealchemy.doctor/1",
                    checks = checks.Select(check => new { area = check.Area, name = check.Name, state = Name(check.State), detail = check.Detail, remedy = check.Remedy }),
                }));
            }
            else
            {
                Write(checks, terminal.Table());
            }

            return (int)(checks.Any(check => check.State == HealthState.Broken) ? ExitCode.MissingTool : ExitCode.Ok);
        });
        return command;
    }

    private static string Name(HealthState state) => state switch { HealthState.Works => "ok", HealthState.Limited => "limited", _ => "missing" };

    private static void Write(IReadOnlyList<HealthCheck> checks, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("area").AddColumn("what").AddColumn("state").AddColumn("detail").AddColumn("what to do");
        foreach (var check in checks)
        {
            var color = check.State switch { HealthState.Works => "green", HealthState.Limited => "yellow", _ => "red" };
            table.AddRow(
                Markup.Escape(check.Area),
                Markup.Escape(check.Name),
                $"[{color}]{Name(check.State)}[/]",
                Markup.Escape(check.Detail),
                Markup.Escape(check.Remedy ?? string.Empty));
        }

        console.Write(table);
    }
}
