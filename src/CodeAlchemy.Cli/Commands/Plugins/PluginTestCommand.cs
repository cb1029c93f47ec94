using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace;
using CodeAlchemy.Workspace.Conformance;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary><c>codealchemy plugin test</c>: the samples of plugins, installed or in a folder; languages also on a corpus.</summary>
internal static class PluginTestCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("ID|PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Plugins, or folders of plugins (with a '/')" };
        var all = new Option<bool>("--all") { Description = "All language plugins" };
        var corpus = new Option<string?>("--corpus") { Description = "Measure transparency on the stand-alone programs below this folder", HelpName = "DIR" };
        var take = new Option<int>("--take") { Description = "How many programs of the corpus", HelpName = "N", DefaultValueFactory = _ => 100 };
        var isolation = CommandSupport.IsolationOption();
        var command = new Command("test", "Run the samples of plugins, and with --corpus measure transparency on real programs") { names, all, corpus, take, isolation };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            var given = parsed.GetValue(names) ?? [];
            var reports = new List<ConformanceReport>();
            foreach (var path in given.Where(IsPath))
            {
                using var workspace = CommandSupport.OpenForPlugins(Path.GetFullPath(path));
                reports.Add(await Test(workspace, UnderTest(workspace, path)));
            }

            var ids = given.Where(name => !IsPath(name)).ToArray();
            if (ids.Length > 0 || given.Length == 0)
            {
                using var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
                foreach (var plugin in Choose(workspace, ids, parsed.GetValue(all)))
                {
                    reports.Add(await Test(workspace, plugin));
                }
            }

            ConformanceOutput.Write(reports, terminal);
            return (int)Exit(reports, parsed.GetValue(all));

            async Task<ConformanceReport> Test(AlchemyWorkspace workspace, PluginDefinition plugin)
            {
                terminal.Note($"testing {plugin.Name}");
                var level = parsed.GetValue(isolation);
                return plugin.Language is not { } language ? await workspace.PluginManager.Test(plugin, level, cancellationToken)
                    : parsed.GetValue(corpus) is { } folder
                        ? await workspace.Conformance.TestCorpus(language, folder, parsed.GetValue(take), level, terminal.Verbose ? terminal.Note : _ => { }, cancellationToken)
                        : await workspace.Conformance.TestSamples(language, level, cancellationToken);
            }
        });
        return command;
    }

    // A tool chain that is missing is no fault of a plugin; who asked for that very language is told by the exit code.
    private static ExitCode Exit(List<ConformanceReport> reports, bool all) =>
        reports.Exists(report => !report.Held && !report.LacksToolchain) ? ExitCode.Plugin
        : !all && reports.Exists(report => report.LacksToolchain) ? ExitCode.MissingTool : ExitCode.Ok;

    private static bool IsPath(string name) => name is "." or ".." || name.Contains('/', StringComparison.Ordinal);

    private static PluginDefinition UnderTest(AlchemyWorkspace workspace, string path)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        folder = File.Exists(folder) ? Path.GetDirectoryName(folder)! : folder;
        return workspace.Plugins.First(plugin => plugin.Directory == folder);
    }

    private static IReadOnlyList<PluginDefinition> Choose(AlchemyWorkspace workspace, string[] ids, bool all)
    {
        if (all)
        {
            return [.. workspace.Plugins.Where(plugin => plugin.Language is not null)];
        }

        if (ids.Length == 0)
        {
            throw new ProblemException(new Problem("usage", "no plugin is named", "name plugins or their folders, or use --all", ExitCode.Usage));
        }

        return [.. ids.Select(id => workspace.PluginManager.Find(id)).Select(listing => listing.Definition ?? throw new ProblemException(new Problem(
            listing.Reasons[0].Code, $"'{listing.Key}' can't be used: {listing.Reasons[0].Message}", listing.Reasons[0].Remedy ?? "Correct the plugin.", ExitCode.Plugin, listing.Reasons[0].Location)))];
    }
}
