using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Pipelines;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests;

/// <summary>Reads manifests of kind Pipeline. Thread-safe.</summary>
public static class PipelineManifestReader
{
    /// <summary>Reads the text of a manifest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Path as the user gave it; paths in the manifest are relative to its folder.</param>
    /// <param name="overrides">
    /// Values of <c>--set</c> as given, <c>dotted.path=value</c>, applied in order before reading. A segment of the path is a key, an index
    /// of a list, or the name of a filter or strategy; the value is YAML.
    /// </param>
    /// <param name="catalogue">What the manifest may name; <see langword="null"/> for the host's filters and any strategy.</param>
    public static Parsed<PipelineManifest> Read(
        string text, string file, IEnumerable<string>? overrides = null, PipelineCatalogue? catalogue = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        var root = YamlTreeReader.Read(text, file, bag);
        root = root is null ? null : Overrides.Apply(root, overrides ?? [], bag);
        PipelineManifest? manifest = null;
        var shape = PipelineShape.For(Path.GetFullPath(file), catalogue ?? PipelineCatalogue.Default);
        _ = root is not null && shape.TryRead(root, new ReadContext(bag), out manifest);
        return bag.Result(manifest);
    }
}
