using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin trust ID</c>: for plugins that came with a project, or that were written in place.</summary>
internal static class PluginTrustCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A plugin: its id, or KIND/ID" };
        var command = new Command("trust", "Show what a plugin runs as it is now, and allow it") { id };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            using var workspace = CommandSupport.OpenForPlugins();
            var name = parsed.GetValue(id)!;
            var allowed = await workspace.PluginManager.Trust(name, new TerminalConsent(parsed, terminal), cancellationToken);
            terminal.Note(allowed ? $"'{name}' may run" : $"'{name}' was not allowed");
            return (int)(allowed ? ExitCode.Ok : ExitCode.Plugin);
        });
        return command;
    }
}
