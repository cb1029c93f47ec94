using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Text.Tokens;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>The tokenizer that a manifest names, or the built-in one.</summary>
internal static class ManifestTokenizer
{
    /// <summary>What counts the tokens of the manifest's rows.</summary>
    /// <exception cref="ProblemException">The file is missing or can't be used.</exception>
    public static ITokenCounter Open(PipelineManifest manifest) =>
        manifest.Tokenizer is { } path ? new BpeCounter(ByteLevelBpe.Load(path)) : BpeCounter.BuiltIn;

    /// <summary>What is wrong with the tokenizer, or <see langword="null"/>.</summary>
    public static Diagnostic? Check(PipelineManifest manifest)
    {
        try
        {
            Open(manifest);
            return null;
        }
        catch (ProblemException fault)
        {
            var problem = fault.Problem;
            return new Diagnostic(
                problem.Code, DiagnosticSeverity.Error, problem.Message, problem.Location ?? new TextLocation(manifest.File), problem.Remedy);
        }
    }
}
