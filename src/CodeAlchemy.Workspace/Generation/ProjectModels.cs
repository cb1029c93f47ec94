using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Workspace.Generation;

/// <summary>The models of a project, which stand in <c>models.yaml</c> of its <c>.codealchemy</c> folder as they would in a manifest.</summary>
internal static class ProjectModels
{
    private const string FileName = "models.yaml";

    /// <summary>The section as text.</summary>
    /// <param name="folder">The project's <c>.codealchemy</c> folder.</param>
    /// <exception cref="ProblemException"><c>no-model</c>: there is no such file.</exception>
    public static string Section(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? "\n" + File.ReadAllText(path)
            : throw new ProblemException(new Problem(
                "no-model",
                $"no model is set up for this project: there is no {path}",
                "write its models there, as under 'models:' in a manifest (docs/models.md), or do without one",
                ExitCode.Configuration));
    }

    /// <summary>A manifest of which only the models are of interest.</summary>
    /// <exception cref="ProblemException">There are none, or they are not as they must be.</exception>
    public static PipelineManifest Read(string folder, PipelineCatalogue catalogue)
    {
        const string Around = "apiVersion: codealchemy/v1\nkind: Pipeline\nname: editor\nsource: {files: {root: .}}\nstrategies: [code-trace]\noutput: {path: out}\n";
        var parsed = ManifestCheck.Read(Around + Section(folder), Path.Combine(folder, FileName), null, catalogue);
        return parsed.Value ?? throw new ProblemException(new Problem(
            parsed.Diagnostics[0].Code, $"{Path.Combine(folder, FileName)}: {parsed.Diagnostics[0].Message}", parsed.Diagnostics[0].Remedy ?? "see docs/models.md", ExitCode.Configuration));
    }
}
