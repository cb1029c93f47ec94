using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin pin ID</c>.</summary>
internal static class PluginPinCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A plugin: its id, or KIND/ID" };
        var off = new Option<bool>("--off") { Description = "Let updates change it again" };
        var user = PluginCommand.UserOption();
        var command = new Command("pin", "Keep a plugin as it is on updates") { id, off, user };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            using var workspace = CommandSupport.OpenForPlugins();
            var plugins = workspace.PluginManager;
            var key = plugins.KeyIn(parsed.GetValue(user), parsed.GetValue(id)!);
            var change = await plugins.Installer(parsed.GetValue(user), new TerminalConsent(parsed, terminal)).Pin(key, !parsed.GetValue(off), cancellationToken);
            if (terminal.Json || !parsed.GetValue(off))
            {
                PluginOutput.Write([change], terminal);
            }
            else
            {
                terminal.Out.WriteLine($"{key} {change.After!.Version} is no longer pinned");
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
