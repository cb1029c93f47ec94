using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin remove ID</c>.</summary>
internal static class PluginRemoveCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A plugin: its id, or KIND/ID" };
        var user = PluginCommand.UserOption();
        var force = PluginCommand.ForceOption();
        var command = new Command("remove", "Remove an installed plugin and take it out of the lock file") { id, user, force };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            using var workspace = CommandSupport.OpenForPlugins();
            var plugins = workspace.PluginManager;
            var key = plugins.KeyIn(parsed.GetValue(user), parsed.GetValue(id)!);
            if (!parsed.GetValue(GlobalOptions.Yes) && !(terminal.CanAsk && Terminal.Confirm($"Remove {key}?")))
            {
                throw new ProblemException(new Problem("not-confirmed", $"'{key}' was not removed", "confirm it, or use --yes", ExitCode.Usage));
            }

            var change = await plugins.Installer(parsed.GetValue(user), new TerminalConsent(parsed, terminal)).Remove(key, parsed.GetValue(force), cancellationToken);
            PluginOutput.Write([change], terminal);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
