using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Plugins;

/// <summary>One way to trace a language.</summary>
internal static class TracerShape
{
    private static readonly ObjectShape<InstrumentDefinition> Instrument = new ObjectShape<InstrumentDefinition>(Seed)
        .Required("queries", Paths.Inside, (i, v) => i with { Queries = v }, "Query file that names the places.")
        .Required("insertions", Scalars.Text.Dictionary(), (i, v) => i with { Insertions = v }, "What goes there, by name of the place; without newlines.")
        .Optional("errors", Scalars.Regex, (i, v) => i with { Errors = v }, "Expression over the compiler's messages with the group `line` and optionally `column`.")
        .Optional("rounds", Scalars.Count(1, 1000), (i, v) => i with { Rounds = v }, "Most rounds of dropping insertions that do not compile.", 12)
        .Rule(InsertionsStayOnTheirLine)
        .Rule(ErrorsNameTheLine);

    public static ObjectShape<TracerDefinition> Instance { get; } =
        new ObjectShape<TracerDefinition>(() => new TracerDefinition { Name = "", Command = [] })
            .Required("name", Scalars.Matching("^[a-z][a-z0-9-]*$", "a name in lower case"), (t, v) => t with { Name = v }, "Name of the mechanism.")
            .Optional("instrument", Instrument, (t, v) => t with { Instrument = v }, "Source instrumentation done before `compile`.")
            .Optional("compile", CommandsShape.Instance, (t, v) => t with { Compile = v }, "Commands that compile for tracing, when the untraced build does not serve.")
            .Required("command", CommandShape.Instance, (t, v) => t with { Command = v }, "Command that runs the program traced; arguments of the case are appended.");

    private static InstrumentDefinition Seed() => new() { Queries = "", Insertions = ImmutableSortedDictionary<string, string>.Empty };

    private static bool InsertionsStayOnTheirLine(InstrumentDefinition instrument, MappingNode mapping, ReadContext context)
    {
        var broken = instrument.Insertions.Where(pair => pair.Value.AsSpan().ContainsAny('\n', '\r')).Select(pair => pair.Key).ToArray();
        foreach (var name in broken)
        {
            context.Error(DiagnosticCodes.BadValue, $"The insertion '{name}' holds a newline, which would move the lines of the program.", ((MappingNode)mapping["insertions"]!)[name]!);
        }

        return broken.Length == 0;
    }

    private static bool ErrorsNameTheLine(InstrumentDefinition instrument, MappingNode mapping, ReadContext context)
    {
        var named = instrument.Errors is null || instrument.Errors.Contains("(?<line>", StringComparison.Ordinal);
        if (!named)
        {
            context.Error(DiagnosticCodes.BadValue, $"{context.In("errors").Name} has no group 'line'.", mapping["errors"]!, "Write (?<line>\\d+) where the line number stands.");
        }

        return named;
    }
}
