using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>Where in the document a shape is reading, and where its diagnostics go.</summary>
internal sealed record ReadContext(DiagnosticBag Bag, string Path = "")
{
    /// <summary>How messages name the place: <c>'run.seed'</c>.</summary>
    public string Name => Path.Length == 0 ? "The document" : $"'{Path}'";

    public ReadContext In(string key) => this with { Path = Path.Length == 0 ? key : $"{Path}.{key}" };

    public void Error(string code, string message, Node node, string? remedy = null, Suggestion? suggestion = null) =>
        Error(code, message, node.Location, remedy, suggestion);

    public void Error(string code, string message, TextLocation location, string? remedy = null, Suggestion? suggestion = null) =>
        Bag.Error(code, message, location, remedy, suggestion);

    public void WrongType(Node node, string expected) =>
        Error(DiagnosticCodes.WrongType, $"{Name} must be {expected}, but it is {node.Kind}.", node);

    /// <summary>Reports a name that does not exist, with the nearest that does.</summary>
    public void Unknown(string code, string what, string name, TextLocation location, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        var nearest = NearestName.Find(name, names);
        var place = Path.Length == 0 ? "" : $" in '{Path}'";
        var remedy = nearest is not null ? $"Did you mean '{nearest}'?"
            : names.Length == 0 ? "Nothing may stand here."
            : $"Known here: {string.Join(", ", names)}.";
        Error(code, $"There is no {what} '{name}'{place}.", location, remedy, Suggestion.ReplaceBy(nearest) ?? Suggestion.Remove);
    }
}
