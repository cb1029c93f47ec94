using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Options;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests;

/// <summary>Checks a strategy's options against the schema in its <c>plugin.yaml</c>.</summary>
public static class StrategyOptions
{
    /// <summary>Checks the options and fills in the defaults, in the order of the schema. Neither argument is changed.</summary>
    /// <param name="schema"><see cref="StrategyDefinition.Options"/> as read from a <c>plugin.yaml</c>.</param>
    /// <param name="options">Options as given.</param>
    /// <param name="location">Where they stand, for the diagnostics.</param>
    public static Parsed<JsonObject> Apply(JsonObject schema, JsonObject options, TextLocation? location)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        var bag = new DiagnosticBag();
        var node = NodeJson.FromJson(options, location ?? new TextLocation("options"));
        _ = new OptionsShape(schema).TryRead(node, new ReadContext(bag), out var value);

        // All of them stand at one place, where nothing can be replaced.
        var result = bag.Result(value);
        return result with { Diagnostics = [.. result.Diagnostics.Select(diagnostic => diagnostic with { Suggestion = null })] };
    }
}
