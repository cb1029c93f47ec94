using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>Reads a key's value into the object.</summary>
/// <returns>Whether it could.</returns>
internal delegate bool KeyReader<T>(Node node, ReadContext context, ref T target);

/// <summary>One key of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Read">Reads it.</param>
/// <param name="Schema">Describes it.</param>
internal sealed record ObjectKey<T>(string Name, bool IsRequired, KeyReader<T> Read, Func<JsonObject> Schema);
