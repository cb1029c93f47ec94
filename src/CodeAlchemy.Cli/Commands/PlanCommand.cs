using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace.Plans;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy plan MANIFEST</c>: what a run would do, give and cost.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var manifest = new ManifestOptions();
        var sample = new Option<int>("--sample")
        {
            Description = "Try the strategies on N files to estimate rows, tokens, time and cost (default 8; 0: execute nothing)",
            HelpName = "N",
            DefaultValueFactory = _ => new PlanOptions().Sample,
        };
        sample.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number < 0)
            {
                result.AddError("--sample must be 0 or more.");
            }
        });
        var ask = new Option<bool>("--ask") { Description = "Really ask the models for these files, which costs what their requests cost" };
        var command = new Command("plan", "Show what a run would do, and estimate what it would give and cost");
        manifest.AddTo(command);
        command.Options.Add(sample);
        command.Options.Add(ask);
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var runs = CommandSupport.OpenWorkspace(parsed, terminal).Runs;
            var value = runs.Validate(manifest.Read(parsed)).Require(terminal);
            return await Show(runs, value, new PlanOptions { Sample = parsed.GetValue(sample), Ask = parsed.GetValue(ask) }, terminal, cancellationToken);
        });
        return command;
    }

    public static async Task<int> Show(
        RunService runs, PipelineManifest manifest, PlanOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var plan = await runs.Plan(manifest, options, cancellationToken);
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
