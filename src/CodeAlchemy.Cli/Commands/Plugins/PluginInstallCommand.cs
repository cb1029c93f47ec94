using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Sources;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin install SOURCE</c>.</summary>
internal static class PluginInstallCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE")
        {
            Description = "A folder, an archive (.zip, .tar.gz, .nupkg), https://…, git+https://…[@ref][#folder], or nuget:FEED/PACKAGE[@version]",
        };
        var user = PluginCommand.UserOption();
        var replace = new Option<bool>("--replace") { Description = "Let it take the place of a built-in plugin of the same id" };
        var pin = new Option<bool>("--pin") { Description = "Leave it as it is on updates" };
        var submodules = new Option<bool>("--submodules") { Description = "Also fetch the submodules of the repository" };
        var force = PluginCommand.ForceOption();
        var command = new Command("install", "Install a plugin and write it to the lock file") { source, user, replace, pin, submodules, force };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            using var workspace = CommandSupport.OpenForPlugins();
            var plugins = workspace.PluginManager;
            var origin = plugins.ParseSource(parsed.GetValue(source)!);
            if (parsed.GetValue(submodules) && origin.Kind != SourceKind.Git)
            {
                throw new ProblemException(new Problem("usage", "only a repository has submodules", "leave out --submodules", ExitCode.Usage));
            }

            var change = await plugins.Installer(parsed.GetValue(user), new TerminalConsent(parsed, terminal)).Install(
                origin with { Submodules = parsed.GetValue(submodules) },
                new InstallOptions { Replace = parsed.GetValue(replace), Pin = parsed.GetValue(pin), Force = parsed.GetValue(force) },
                cancellationToken);
            PluginOutput.Write([change], terminal);
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
