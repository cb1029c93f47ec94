using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Prompts;
using CodeAlchemy.Workspace.Conformance;
using CodeAlchemy.Workspace.Prompts;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>
/// Runs the samples of a strategy or evaluator. A folder below <c>samples/</c> may hold a program with <c>expected.jsonl</c>, the rows and
/// rejects that must come of it, and values <c>NAME.json</c> with <c>NAME.expected.md</c>, what the template <c>&lt;id&gt;/NAME</c> makes of them.
/// </summary>
internal sealed class PluginTest(Installation installation, PluginDefinition plugin, IsolationLevel isolation)
{
    private const string Expected = "expected.jsonl";

    public async Task<ConformanceReport> Run(CancellationToken cancellationToken)
    {
        var folders = Path.Combine(plugin.Directory, "samples") is var samples && Directory.Exists(samples)
            ? Directory.GetDirectories(samples).Order(StringComparer.Ordinal).ToArray()
            : [];
        var programs = new List<ConformanceProgram>();
        programs.AddRange(folders.SelectMany(Templates));
        if (plugin.Kind == PluginKind.Strategy && plugin.Strategy?.Assembly is not null)
        {
            await new PluginBuild(installation, plugin).Build(cancellationToken);
            programs.AddRange(await new StrategySamples(installation, plugin, isolation).Test([.. folders.Where(folder => File.Exists(Path.Combine(folder, Expected)))], cancellationToken));
        }

        return new ConformanceReport { Language = plugin.Id, Required = 1, Programs = [.. programs] };
    }

    private IEnumerable<ConformanceProgram> Templates(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(values => (values, expected: Path.ChangeExtension(values, ".expected.md")))
            .Where(pair => File.Exists(pair.expected))
            .Select(pair => Template(folder, pair.values, pair.expected));

    private ConformanceProgram Template(string folder, string values, string expected)
    {
        var name = $"{Path.GetFileName(folder)}/{Path.GetFileNameWithoutExtension(values)}";
        try
        {
            var store = new TemplateStore([plugin.Directory]);
            var root = JsonNode.Parse(File.ReadAllText(values)) as JsonObject ?? throw new FormatException($"{values} holds no object.");
            var text = store.Render($"{plugin.Id}/{Path.GetFileNameWithoutExtension(values)}.scriban", TemplateValues.Of(root), new RenderOptions { Now = DateTimeOffset.UnixEpoch }).Text;
            return text.TrimEnd() == File.ReadAllText(expected).TrimEnd()
                ? new ConformanceProgram(name, ConformanceOutcome.Same, string.Empty)
                : new ConformanceProgram(name, ConformanceOutcome.Different, "the template gives another text", FirstDifference(File.ReadAllText(expected), text));
        }
        catch (Exception failure) when (failure is ProblemException or FormatException or System.Text.Json.JsonException)
        {
            return new ConformanceProgram(name, ConformanceOutcome.Different, "the template can't be rendered", failure.Message);
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.TrimEnd().Split('\n'), actual.TrimEnd().Split('\n'));
        var at = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return new StringBuilder().Append("line ").Append(at + 1).Append(": expected '").Append(left.ElementAtOrDefault(at)).Append("', got '").Append(right.ElementAtOrDefault(at)).Append('\'').ToString();
    }
}
