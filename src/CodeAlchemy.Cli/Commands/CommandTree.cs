using System.CommandLine;
using CodeAlchemy.Cli.Commands.Plugins;

namespace CodeAlchemy.Cli.Commands;

/// <summary>The commands. Building the tree loads neither plugins nor the workspace, so that help is instant.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Turns source code into training data: runs and traces real programs, and writes datasets whose every row was checked.");
        foreach (var option in GlobalOptions.All)
        {
            root.Options.Add(option);
        }

        foreach (var command in Commands())
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> Commands() =>
    [
        RunCommand.Create(),
        PlanCommand.Create(),
        ValidateCommand.Create(),
        TraceCommand.Create(),
        ExecCommand.Create(),
        InspectCommand.Create(),
        VerifyCommand.Create(),
        WhyCommand.Create(),
        ReviewCommand.Create(),
        ExportCommand.Create(),
        PluginCommand.Create(),
        PromptCommand.Create(),
        DoctorCommand.Create(),
        LspCommand.Create(),
        CompletionsCommand.Create(),
        HelpCommand.Create(),
    ];
}
