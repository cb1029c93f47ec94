using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Editing.Sketching;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>What the schema says about a key or value, as Markdown.</summary>
internal static class Description
{
    public static string? Of(SketchPlace place, SchemaView schema)
    {
        if (place.Mapping is not null)
        {
            return Text(place.Scalar.Text, schema.Follow(place.Path).Property(place.Scalar.Text));
        }

        // A name in a list is described where it may stand with options; any other value by the nearest key above it.
        var named = schema.Follow(place.Path).Property(place.Scalar.Text);
        return place.Path is [.., { List: not null }] && named.Forms.Any(form => form["description"] is not null) ? Text(place.Scalar.Text, named) : OfKey(place, schema);
    }

    private static string? OfKey(SketchPlace place, SchemaView schema)
    {
        var steps = place.Path.ToArray();
        for (var count = steps.Length; count > 0; count--)
        {
            if (steps[count - 1].Mapping is not null)
            {
                return Text(steps[count - 1].Name, schema.Follow(steps.Take(count)));
            }
        }

        return null;
    }

    private static string? Text(string name, SchemaView view) =>
        view.Forms.FirstOrDefault(form => form["description"] is JsonValue) is { } described ? SchemaText.Describe(name, described) : null;
}
