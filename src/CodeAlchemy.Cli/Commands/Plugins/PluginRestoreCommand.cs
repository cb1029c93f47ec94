using System.CommandLine;
using CodeAlchemy.Cli.Output;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin restore</c>.</summary>
internal static class PluginRestoreCommand
{
    public static Command Create()
    {
        var user = PluginCommand.UserOption();
        var command = new Command("restore", "Get exactly the plugins that the lock file names, or say what differs") { user };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            using var workspace = CommandSupport.OpenForPlugins();
            var changes = await workspace.PluginManager.Installer(parsed.GetValue(user), new TerminalConsent(parsed, terminal)).Restore(cancellationToken);
            if (changes.Count == 0)
            {
                terminal.Note("the lock file names no plugins");
            }

            PluginOutput.Write(changes, terminal);
            return (int)PluginUpdateCommand.ExitOf(changes);
        });
        return command;
    }
}
