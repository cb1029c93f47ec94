using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy validate MANIFEST</c>: reads a manifest and says what is wrong with it.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var manifest = new ManifestOptions();
        var command = new Command("validate", "Check a manifest without running anything");
        manifest.AddTo(command);
        command.Does((parsed, terminal, _) =>
        {
            var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
            var value = workspace.Runs.Validate(manifest.Read(parsed)).Require(terminal);
            terminal.Note($"{manifest.File(parsed)} is valid: {value.Strategies.Length} strategies, output {value.Output.Path}");
            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }
}
