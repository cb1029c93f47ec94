using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>What a part of a document looks like: reads it and describes it as JSON Schema. Immutable once built.</summary>
internal abstract class Shape<T>
{
    /// <summary>Reads a node.</summary>
    /// <returns>Whether there is a value; when not, an error was reported.</returns>
    public abstract bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value);

    /// <summary>A new JSON Schema of the shape (draft 2020-12).</summary>
    public abstract JsonObject Schema();
}
