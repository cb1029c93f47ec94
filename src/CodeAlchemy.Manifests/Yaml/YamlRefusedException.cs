using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>Leaves the recursive reading of a document; never leaves <see cref="YamlTreeReader"/>.</summary>
internal sealed class YamlRefusedException(string code, string message, TextLocation location) : Exception(message)
{
    public string Code { get; } = code;

    public TextLocation Location { get; } = location;
}
