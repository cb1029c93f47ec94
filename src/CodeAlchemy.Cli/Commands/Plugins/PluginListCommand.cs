using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin list</c>: what was found, where it comes from, and why something is not used.</summary>
internal static class PluginListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "List plugins with version, kind and where they come from");
        command.Does((parsed, terminal, _) =>
        {
            using var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
            PluginOutput.Write(workspace.PluginManager.List(), terminal);
            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }
}
