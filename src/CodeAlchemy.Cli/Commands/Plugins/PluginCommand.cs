using System.CommandLine;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin …</c>: the plugins of the tool, its user and the project.</summary>
internal static class PluginCommand
{
    public static Command Create() => new("plugin", "Find, install, lock, begin and test plugins")
    {
        PluginListCommand.Create(),
        PluginInfoCommand.Create(),
        PluginInstallCommand.Create(),
        PluginUpdateCommand.Create(),
        PluginRemoveCommand.Create(),
        PluginPinCommand.Create(),
        PluginRestoreCommand.Create(),
        PluginTrustCommand.Create(),
        PluginNewCommand.Create(),
        PluginValidateCommand.Create(),
        PluginTestCommand.Create(),
    };

    /// <summary>Chooses the user's layer in place of the project's.</summary>
    public static Option<bool> UserOption() => new("--user", "-u") { Description = "For all projects of this user, in place of this project" };

    /// <summary>Lets changes made by hand go.</summary>
    public static Option<bool> ForceOption() => new("--force") { Description = "Lose changes that were made to the installed plugin by hand" };
}
