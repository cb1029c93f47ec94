using System.Text.Json;

namespace CodeAlchemy.Models.Structured;

/// <summary>One thing that a schema demands of a value.</summary>
internal abstract class SchemaRule
{
    /// <summary>Adds a sentence for each fault.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Its path, from <c>$</c>.</param>
    /// <param name="errors">Where faults go.</param>
    public abstract void Check(JsonElement value, string place, List<string> errors);

    protected bool Holds(JsonElement value, string place)
    {
        var errors = new List<string>();
        Check(value, place, errors);
        return errors.Count == 0;
    }

    public static bool Holds(SchemaRule rule, JsonElement value, string place) => rule.Holds(value, place);
}
