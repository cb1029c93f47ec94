using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Editing.Sketching;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>What a schema says about one place: all the forms that a value may have there. Immutable.</summary>
/// <param name="Forms">Schemas without <c>anyOf</c>, in the order of the schema; empty where the schema knows nothing.</param>
internal sealed record SchemaView(ImmutableArray<JsonObject> Forms)
{
    /// <summary>The view of a whole document.</summary>
    public static SchemaView Of(JsonObject schema) => new([.. Flatten(schema)]);

    /// <summary>Follows a path.</summary>
    public SchemaView Follow(IEnumerable<SketchStep> path) =>
        path.Aggregate(this, (view, step) => step.Mapping is null ? view.Items() : view.Property(step.Name));

    /// <summary>The value of a key.</summary>
    public SchemaView Property(string name) => new([.. Forms
        .Select(form => form["properties"]?[name] as JsonObject ?? (form["properties"]?[name] is null ? form["additionalProperties"] as JsonObject : null))
        .OfType<JsonObject>().SelectMany(Flatten)]);

    /// <summary>The entries of a list.</summary>
    public SchemaView Items() => new([.. Forms.Select(form => form["items"]).OfType<JsonObject>().SelectMany(Flatten)]);

    /// <summary>
    /// The keys that a mapping may have beside those it has, with their schemas: what another of its values rules out (<c>kind</c>) and what
    /// would be one key too many is left out.
    /// </summary>
    /// <param name="mapping">The mapping; <see langword="null"/> for one that is not there yet.</param>
    /// <param name="edited">The key that is being written and so counts as absent, or <see langword="null"/>.</param>
    public IEnumerable<KeyValuePair<string, JsonObject>> Keys(SketchMapping? mapping, SketchEntry? edited)
    {
        var others = mapping?.Entries.Where(entry => entry != edited && entry.Key.Text.Length > 0).ToArray() ?? [];
        var taken = others.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        return Forms
            .Where(form => form["maxProperties"] is not JsonValue most || taken.Count < most.GetValue<int>())
            .SelectMany(form => Properties(form, others))
            .Where(pair => !taken.Contains(pair.Key))
            .DistinctBy(pair => pair.Key);
    }

    /// <summary>Whether a mapping is one of the forms.</summary>
    public bool TakesMapping => Forms.Any(form => form["properties"] is JsonObject || form["additionalProperties"] is JsonObject);

    /// <summary>Whether a list is one of the forms.</summary>
    public bool TakesList => Forms.Any(form => form["items"] is not null);

    /// <summary>Whether the value is the path of a file or folder.</summary>
    public bool IsPath => Forms.Any(form => form["format"]?.GetValue<string>() == "path");

    private static IEnumerable<KeyValuePair<string, JsonObject>> Properties(JsonObject form, SketchEntry[] others)
    {
        var ruledOut = RuledOut(form, others);
        return (form["properties"] as JsonObject ?? [])
            .Where(pair => pair.Value is JsonObject && !ruledOut.Contains(pair.Key))
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonObject)pair.Value!));
    }

    // `oneOf` holds what goes together: the branches that other values exclude are left out, and what all that remain forbid is ruled out.
    private static HashSet<string> RuledOut(JsonObject form, SketchEntry[] others)
    {
        var branches = (form["oneOf"] as JsonArray ?? []).Select(branch => branch?["properties"]).OfType<JsonObject>().Where(branch => Fits(branch, others)).ToArray();
        return branches.Length == 0 ? [] : [.. branches[0].Select(pair => pair.Key).Where(name => branches.All(branch => branch[name] is JsonValue))];
    }

    private static bool Fits(JsonObject branch, SketchEntry[] others) =>
        !branch.Any(pair => (pair.Value as JsonObject)?["const"] is { } word && others.Any(entry => entry.Key.Text == pair.Key && entry.Value is SketchScalar scalar && scalar.Text != $"{word}"));

    private static IEnumerable<JsonObject> Flatten(JsonObject schema) =>
        (schema["anyOf"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(Flatten).Prepend(schema);
}
