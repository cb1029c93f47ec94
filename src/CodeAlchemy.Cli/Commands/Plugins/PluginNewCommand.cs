using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Workspace.Plugins;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin new KIND</c>: by flags, or by questions where a person can be asked.</summary>
internal static class PluginNewCommand
{
    public static Command Create()
    {
        var kind = new Argument<string?>("KIND") { Arity = ArgumentArity.ZeroOrOne, Description = "language, strategy or evaluator" };
        kind.AcceptOnlyFromAmong("language", "strategy", "evaluator");
        var id = new Argument<string?>("ID") { Arity = ArgumentArity.ZeroOrOne, Description = "Id of the plugin: lower-case letters, digits and '-'" };
        var name = new Option<string?>("--name") { Description = "Name for people", HelpName = "TEXT" };
        var extension = new Option<string?>("--extension") { Description = "File name ending of a language", HelpName = ".EXT" };
        var license = new Option<string?>("--license") { Description = "SPDX licence id; Apache-2.0 without", HelpName = "ID" };
        var output = new Option<string?>("--output", "-o") { Description = "Folder to make; ./ID without", HelpName = "DIR" };
        var command = new Command("new", "Begin a plugin: a folder that is valid, and whose test passes, at once") { kind, id, name, extension, license, output };
        command.Does((parsed, terminal, _) =>
        {
            var request = Request(
                parsed.GetValue(kind), parsed.GetValue(id), parsed.GetValue(name), parsed.GetValue(extension), parsed.GetValue(license), parsed.GetValue(output),
                terminal.CanAsk && !parsed.GetValue(GlobalOptions.Yes));
            using var workspace = CommandSupport.OpenForPlugins();
            var files = workspace.PluginManager.Create(request);
            if (terminal.Json)
            {
                terminal.Out.WriteLine(JsonOutput.Of(new { schema = "codealchemy.plugin-new/1", directory = request.Directory, files }));
            }
            else
            {
                foreach (var file in files)
                {
                    terminal.Out.WriteLine(Path.Combine(Path.GetRelativePath(Directory.GetCurrentDirectory(), request.Directory), file));
                }

                var path = Path.GetRelativePath(Directory.GetCurrentDirectory(), request.Directory);
                terminal.Note($"next: codealchemy plugin validate {path}; codealchemy plugin test ./{path}; codealchemy plugin install {path}");
            }

            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }

    private static ScaffoldRequest Request(string? kind, string? id, string? name, string? extension, string? license, string? output, bool ask)
    {
        kind ??= ask ? Terminal.Ask("Kind (language, strategy, evaluator)", "language") : throw Missing("the kind", "language, strategy or evaluator");
        var chosen = PluginKey.KindOf(kind) ?? throw Missing("the kind", "language, strategy or evaluator");
        // Whoever names the id by a flag has said all that must be said.
        var isOpen = ask && id is null;
        id ??= ask ? Terminal.Ask("Id") : throw Missing("the id", "for example: codealchemy plugin new language toy");
        name ??= isOpen ? Terminal.Ask("Name for people") : null;
        extension ??= isOpen && chosen == PluginKind.Language ? Terminal.Ask("File name ending", "." + id) : null;
        license ??= isOpen ? Terminal.Ask("Licence (SPDX)", "Apache-2.0") : "Apache-2.0";
        return new ScaffoldRequest { Kind = chosen, Id = id, Name = name, Extension = extension, License = license, Directory = Path.GetFullPath(output ?? id) };
    }

    private static ProblemException Missing(string what, string remedy) => new(new Problem("usage", $"{what} of the new plugin is missing", remedy, ExitCode.Usage));
}
