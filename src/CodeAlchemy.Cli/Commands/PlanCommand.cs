using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy plan MANIFEST</c>: what a run would do, without executing any program.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var manifest = new ManifestOptions();
        var command = new Command("plan", "Show what a run would do, without executing any program");
        manifest.AddTo(command);
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var runs = CommandSupport.OpenWorkspace(parsed, terminal).Runs;
            var value = runs.Validate(manifest.Read(parsed)).Require(terminal);
            return await Show(runs, value, terminal, cancellationToken);
        });
        return command;
    }

    public static async Task<int> Show(RunService runs, PipelineManifest manifest, Terminal terminal, CancellationToken cancellationToken)
    {
        var plan = await runs.Plan(manifest, cancellationToken);
        if (terminal.Json)
        {
            terminal.Out.WriteLine(PlanOutput.ToJson(plan));
        }
        else
        {
            PlanOutput.Write(plan, manifest, terminal.Table());
        }

        return (int)ExitCode.Ok;
    }
}
