using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.PluginHost.Installing;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin update</c>.</summary>
internal static class PluginUpdateCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Arity = ArgumentArity.ZeroOrMore, Description = "Plugins" };
        var all = new Option<bool>("--all") { Description = "All plugins of the layer" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would change" };
        var user = PluginCommand.UserOption();
        var force = PluginCommand.ForceOption();
        var command = new Command("update", "Get plugins anew from where they came from; pinned ones stay") { ids, all, dryRun, user, force };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var names = parsed.GetValue(ids) ?? [];
            if (names.Length == 0 != parsed.GetValue(all))
            {
                throw new ProblemException(new Problem("usage", "name plugins, or all of them, and not both", "codealchemy plugin update ID…, or --all", ExitCode.Usage));
            }

            using var workspace = CommandSupport.OpenForPlugins();
            var plugins = workspace.PluginManager;
            var keys = names.Select(name => plugins.KeyIn(parsed.GetValue(user), name)).ToArray();
            var changes = await plugins.Installer(parsed.GetValue(user), new TerminalConsent(parsed, terminal))
                .Update(keys, parsed.GetValue(dryRun), parsed.GetValue(force), cancellationToken);
            PluginOutput.Write(changes, terminal, parsed.GetValue(dryRun));
            return (int)ExitOf(changes);
        });
        return command;
    }

    /// <summary>Ok, or what the first that failed leads to.</summary>
    public static ExitCode ExitOf(IReadOnlyList<PluginChange> changes) => changes.FirstOrDefault(change => change.Problem is not null)?.Problem!.Exit ?? ExitCode.Ok;
}
