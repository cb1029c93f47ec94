using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>An entry written as <c>name</c> or <c>name: {options}</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Options">The options; an empty mapping when none are given.</param>
internal sealed record NamedEntry(ScalarNode Name, MappingNode Options)
{
    public string Id => Name.Text;
}
