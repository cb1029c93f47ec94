using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>Reads a manifest and checks all that can be checked without running it: one way for the command line and for editors.</summary>
internal static class ManifestCheck
{
    /// <summary>Reads the text of a manifest; see <see cref="PipelineManifestReader.Read"/>.</summary>
    public static Parsed<PipelineManifest> Read(string text, string file, IEnumerable<string>? overrides, PipelineCatalogue catalogue)
    {
        var parsed = PipelineManifestReader.Read(text, file, overrides, catalogue);
        return parsed.Value is { } manifest && ManifestTokenizer.Check(manifest) is { } unusable
            ? parsed with { Value = null, Diagnostics = parsed.Diagnostics.Add(unusable) }
            : parsed;
    }
}
