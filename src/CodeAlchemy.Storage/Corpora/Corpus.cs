using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>Opens the corpus a manifest names.</summary>
public static class Corpus
{
    /// <summary>Opens a corpus.</summary>
    /// <param name="source">The <c>source</c> of a manifest.</param>
    /// <param name="options">How it is read.</param>
    /// <exception cref="ProblemException">The root does not exist, or the kind is not known (exit 5).</exception>
    public static ICorpus Open(SourceSection source, CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return source.Kind switch
        {
            "files" when Directory.Exists(source.Root) => new FilesCorpus(source, options),
            "jsonl" when Directory.Exists(source.Root) || File.Exists(source.Root) => new JsonlCorpus(source, options),
            "files" or "jsonl" => throw new ProblemException(new Problem(
                "corpus-missing",
                $"The corpus {source.Root} does not exist{(File.Exists(source.Root) ? " as a folder" : string.Empty)}.",
                "Correct the path under 'source'; paths in a manifest are relative to the manifest.",
                ExitCode.Configuration)),
            _ => throw new ProblemException(new Problem(
                "unknown-source",
                $"'{source.Kind}' is not a kind of source.",
                "Use 'files' or 'jsonl'.",
                ExitCode.Configuration)),
        };
    }
}
