using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>The options of each filter.</summary>
internal static class FilterShapes
{
    private const long DefaultAtMost = 1L << 20;
    private const long Largest = 1L << 40;

    private static readonly ImmutableSortedDictionary<string, ObjectShape<JsonObject>> Shapes =
        new Dictionary<string, ObjectShape<JsonObject>>
        {
            ["size"] = Size(),
            ["encoding"] = new(() => []),
            ["syntax"] = new(() => []),
            ["duplicates"] = new(() => []),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Ids in the order in which they are best applied.</summary>
    public static ImmutableArray<string> Ids { get; } = ["size", "encoding", "syntax", "duplicates"];

    /// <summary>The options of a filter; <see langword="null"/> for a filter of somebody else.</summary>
    public static Shape<JsonObject>? Options(string id) => Shapes.GetValueOrDefault(id);

    private static ObjectShape<JsonObject> Size() =>
        new ObjectShape<JsonObject>(() => new JsonObject { ["atMost"] = DefaultAtMost, ["atLeast"] = 0L })
            .Optional("atMost", Measures.Size(1, Largest), (o, v) => With(o, "atMost", v), "Largest file that is kept.", "1MiB")
            .Optional("atLeast", Measures.Size(0, Largest), (o, v) => With(o, "atLeast", v), "Smallest file that is kept.", 0)
            .Rule(BoundsAreOrdered);

    private static JsonObject With(JsonObject options, string key, long value)
    {
        options[key] = value;
        return options;
    }

    private static bool BoundsAreOrdered(JsonObject options, MappingNode mapping, ReadContext context)
    {
        var ordered = options["atLeast"]!.GetValue<long>() <= options["atMost"]!.GetValue<long>();
        if (!ordered)
        {
            context.Error(DiagnosticCodes.OutOfRange, $"'atLeast' is above 'atMost' in '{context.Path}', so nothing would be kept.", mapping);
        }

        return ordered;
    }
}
