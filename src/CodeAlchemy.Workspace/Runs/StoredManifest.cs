using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>The effective manifest in a run folder.</summary>
internal static class StoredManifest
{
    /// <exception cref="ProblemException"><c>invalid-manifest</c>: it can't be read (exit 5).</exception>
    public static PipelineManifest Read(string folder, Installation installation)
    {
        var file = Path.Combine(folder, "manifest.yaml");
        var parsed = PipelineManifestReader.Read(File.ReadAllText(file), file, [], installation.Plugins.ToPipelineCatalogue());
        return parsed.Value ?? throw new ProblemException(new Problem(
            "invalid-manifest", $"{file} can't be read: {parsed.Diagnostics[0].Message}", "The run folder was changed; run the manifest again.", ExitCode.Configuration));
    }
}
