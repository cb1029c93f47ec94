using System.CommandLine;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace;
using CodeAlchemy.Workspace.Conformance;
using Spectre.Console;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy plugin …</c>: the plugins of this installation.</summary>
internal static class PluginCommand
{
    public static Command Create() => new("plugin", "List and test plugins") { List(), Test() };

    private static Command List()
    {
        var command = new Command("list", "List plugins with version, kind and where they come from");
        command.Does((parsed, terminal, _) =>
        {
            Write(CommandSupport.OpenWorkspace(parsed, terminal).Plugins, terminal);
            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }

    private static void Write(IReadOnlyList<PluginDefinition> plugins, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new
            {
                schema = "codealchemy.plugins/1",
                plugins = plugins.Select(plugin => new
                {
                    kind = plugin.Kind.ToString().ToLowerInvariant(),
                    id = plugin.Id,
                    version = plugin.Version,
                    name = plugin.Name,
                    layer = plugin.Layer,
                    directory = plugin.Directory,
                    tracers = plugin.Language?.Tracers.Select(tracer => tracer.Name),
                }),
            }));
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("kind").AddColumn("id").AddColumn("version").AddColumn("name").AddColumn("from").AddColumn("does");
        foreach (var plugin in plugins)
        {
            var does = plugin.Language is { } language
                ? language.Run.IsEmpty ? "rewrites" : language.Tracers.IsEmpty ? "runs" : "runs, traces by " + string.Join(", else ", language.Tracers.Select(tracer => tracer.Name))
                : plugin.Strategy is { } strategy ? "needs " + string.Join(", ", strategy.Needs) : string.Empty;
            table.AddRow(
                plugin.Kind.ToString().ToLowerInvariant(), Markup.Escape(plugin.Id), Markup.Escape(plugin.Version), Markup.Escape(plugin.Name), Markup.Escape(plugin.Layer), Markup.Escape(does));
        }

        terminal.Table().Write(table);
    }

    private static Command Test()
    {
        var ids = new Argument<string[]>("ID") { Arity = ArgumentArity.ZeroOrMore, Description = "Language plugins" };
        var all = new Option<bool>("--all") { Description = "All language plugins" };
        var corpus = new Option<string?>("--corpus") { Description = "Measure transparency on the stand-alone programs below this folder", HelpName = "DIR" };
        var take = new Option<int>("--take") { Description = "How many programs of the corpus", HelpName = "N", DefaultValueFactory = _ => 100 };
        var isolation = CommandSupport.IsolationOption();
        var command = new Command("test", "Run the conformance kit: samples, and with --corpus transparency on real programs") { ids, all, corpus, take, isolation };
        command.Does(async (parsed, terminal, cancellationToken) =>
        {
            using var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
            var languages = Choose(workspace, parsed.GetValue(ids) ?? [], parsed.GetValue(all));
            var reports = new List<ConformanceReport>();
            foreach (var language in languages)
            {
                terminal.Note($"testing {language.Name}");
                reports.Add(parsed.GetValue(corpus) is { } folder
                    ? await workspace.Conformance.TestCorpus(language, folder, parsed.GetValue(take), parsed.GetValue(isolation), terminal.Verbose ? terminal.Note : _ => { }, cancellationToken)
                    : await workspace.Conformance.TestSamples(language, parsed.GetValue(isolation), cancellationToken));
            }

            ConformanceOutput.Write(reports, terminal);
            return (int)(reports.All(report => report.Held) ? ExitCode.Ok : ExitCode.Plugin);
        });
        return command;
    }

    private static IReadOnlyList<LanguageDefinition> Choose(AlchemyWorkspace workspace, string[] ids, bool all)
    {
        var known = workspace.Plugins.Where(plugin => plugin.Language is not null).ToDictionary(plugin => plugin.Id, plugin => plugin.Language!, StringComparer.Ordinal);
        if (all)
        {
            return [.. known.Values.OrderBy(language => language.Id, StringComparer.Ordinal)];
        }

        if (ids.Length == 0)
        {
            throw new ProblemException(new Problem("usage", "no plugin is named", "name language plugins, or use --all", ExitCode.Usage));
        }

        return [.. ids.Select(id => known.GetValueOrDefault(id) ?? throw new ProblemException(new Problem(
            "unknown-plugin",
            $"there is no language plugin '{id}'",
            NearestName.Find(id, known.Keys) is { } nearest ? $"did you mean '{nearest}'?" : $"languages: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}",
            ExitCode.Usage)))];
    }
}
