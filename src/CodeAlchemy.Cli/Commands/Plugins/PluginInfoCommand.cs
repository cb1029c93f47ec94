using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin info ID</c>: everything about one plugin.</summary>
internal static class PluginInfoCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A plugin: its id, or KIND/ID" };
        var command = new Command("info", "Show where a plugin comes from, its content hash, what it runs and what it needs") { id };
        command.Does((parsed, terminal, _) =>
        {
            using var workspace = CommandSupport.OpenForPlugins();
            PluginOutput.Write(workspace.PluginManager.Describe(parsed.GetValue(id)!), terminal);
            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }
}
