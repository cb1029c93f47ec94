using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>A manifest of kind Pipeline.</summary>
internal static class PipelineShape
{
    private static readonly Shape<string> Name = Scalars.Matching("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "a name of letters, digits, '.', '_' and '-'");

    /// <summary>The shape for a manifest file; paths in it are relative to its folder.</summary>
    public static ObjectShape<PipelineManifest> For(string file, PipelineCatalogue catalogue)
    {
        var directory = Path.GetDirectoryName(file)!;
        return new ObjectShape<PipelineManifest>(() => Seed(file))
            .Required("apiVersion", CommonShapes.ApiVersion, (p, _) => p, "Version of the format.")
            .Required("kind", Scalars.OneOf("Pipeline"), (p, _) => p, "Kind of the manifest.")
            .Required("name", Name, (p, v) => p with { Name = v }, "Name of the run.")
            .Required("source", SourceShape.In(directory), (p, v) => p with { Source = v }, "Where inputs come from.")
            .Optional("filters", FilterEntryShape.For(catalogue).List(), (p, v) => p with { Filters = v }, "Filters, in order.", new System.Text.Json.Nodes.JsonArray())
            .Required("strategies", StrategyEntryShape.For(catalogue).List(least: 1), (p, v) => p with { Strategies = v }, "Strategies, in order.")
            .Optional("models", ModelsShape.Instance, (p, v) => p with { Models = v }, "Models by role; without any, rows are computed.")
            .Optional("tokenizer", Paths.Any.Map(path => Path.GetFullPath(path, directory)), (p, v) => p with { Tokenizer = v }, "A tokenizer.json to count tokens with, relative to the manifest; without it the built-in one counts.")
            .Required("output", Output(directory), (p, v) => p with { Output = v }, "Where rows go.")
            .Optional("run", RunShape.Instance, (p, v) => p with { Run = v }, "How the run is done.")
            .Rule((p, node, context) => NamesDiffer("filters", [.. p.Filters.Select(f => (f.Id, f.Location))], context))
            .Rule((p, node, context) => NamesDiffer("strategies", [.. p.Strategies.Select(s => (s.Id, s.Location))], context));
    }

    private static ObjectShape<OutputSection> Output(string directory) =>
        new ObjectShape<OutputSection>(() => new OutputSection("", "jsonl"))
            .Required("path", Paths.Any.Map(path => Path.GetFullPath(path, directory)), (o, v) => o with { Path = v }, "Run folder, relative to the manifest.")
            .Optional("format", Scalars.OneOf("jsonl", "jsonl.gz"), (o, v) => o with { Format = v }, "Format of the rows.", "jsonl");

    private static PipelineManifest Seed(string file) => new()
    {
        Name = "",
        File = file,
        Source = new SourceSection { Kind = "", Root = "" },
        Strategies = [],
        Output = new OutputSection("", ""),
    };

    /// <summary>A row's id is made of the strategy's id, not of its place in the list, so one strategy can't stand twice.</summary>
    private static bool NamesDiffer(string key, ImmutableArray<(string Id, TextLocation? Location)> entries, ReadContext context)
    {
        var again = entries.GroupBy(entry => entry.Id).SelectMany(group => group.Skip(1)).ToArray();
        foreach (var (id, location) in again)
        {
            context.Error(DiagnosticCodes.DuplicateName, $"'{id}' stands twice in '{key}'.", location!, "Keep one of them.", Suggestion.Remove);
        }

        return again.Length == 0;
    }
}
