using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin validate PATH</c>: the manifest, the host it asks for, and the files it names.</summary>
internal static class PluginValidateCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "The folder of a plugin, or its plugin.yaml" };
        var command = new Command("validate", "Check a plugin's manifest and that the files it names are there; nothing is loaded") { path };
        command.Does((parsed, terminal, _) =>
        {
            using var workspace = CommandSupport.OpenForPlugins();
            var found = workspace.PluginManager.Validate(parsed.GetValue(path)!);
            if (terminal.Json)
            {
                terminal.Out.WriteLine(JsonOutput.Of(new
                {
                    schema = "codealchemy.plugin-validation/1",
                    valid = found.IsValid,
                    plugin = found.Plugin is { } plugin ? PluginKey.Of(plugin).ToString() : null,
                    runs = found.Runs,
                    diagnostics = found.Diagnostics,
                }));
            }
            else
            {
                terminal.Problems.Write(found.Diagnostics);
                var errors = found.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                terminal.Note(found.IsValid
                    ? $"{PluginKey.Of(found.Plugin!)} {found.Plugin!.Version} is valid; it {(found.Runs.IsEmpty ? "is data alone" : "runs code, which its users are asked about")}"
                    : errors == 1 ? "the plugin has an error" : $"the plugin has {errors} errors");
            }

            return Task.FromResult((int)(found.IsValid ? ExitCode.Ok : ExitCode.Plugin));
        });
        return command;
    }
}
