using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Storage.Corpora;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>Makes plans.</summary>
internal static class RunPlanning
{
    /// <summary>Opens the corpus of a request; the run folder is no part of it.</summary>
    public static ICorpus OpenCorpus(RunRequest request, FrontStages front) => Corpus.Open(
        request.Manifest.Source,
        new CorpusOptions { MaximumBytes = front.ReadLimit, LeftOut = [request.Manifest.Output.Path] });

    /// <summary>Lists the corpus to disk and writes the plan.</summary>
    public static RunPlan Make(
        RunRequest request, string runId, RunPaths paths, FrontStages front, ICorpus corpus, CancellationToken cancellationToken)
    {
        var shards = new CorpusListing(paths, request.ShardInputs).Write(corpus.List(cancellationToken), cancellationToken);
        var plan = new RunPlan
        {
            RunId = runId,
            Name = request.Manifest.Name,
            PlannedAt = request.Clock.GetUtcNow(),
            ToolVersion = request.ToolVersion,
            Inputs = shards.Sum(s => (long)s.Count),
            Bytes = shards.Sum(s => s.Bytes),
            Configs = Configs(request),
            Front = front.Names,
            Gzip = request.Manifest.Output.Format == "jsonl.gz",
            Shards = shards,
        };
        RefuseEmpty(request, plan.Inputs);
        plan.Write(paths.Plan);
        return plan;
    }

    /// <summary>Checks what no schema can check.</summary>
    public static void Check(RunRequest request)
    {
        if (request.Strategies.IsEmpty)
        {
            throw new ProblemException(new Problem(
                "no-strategies", "The manifest names no strategy, so no row can come of it.", "Add one under 'strategies'.", ExitCode.Configuration));
        }

        var twice = request.Strategies.GroupBy(s => (s.Id, CanonicalJson.Of(s.Options))).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new ProblemException(new Problem(
                "strategy-twice",
                $"The strategy '{twice.Key.Id}' stands twice in the manifest with the same options; its rows would be the same.",
                "Remove one, or give it other options.",
                ExitCode.Configuration));
        }

        if (request.Manifest.Output.Format is not ("jsonl" or "jsonl.gz"))
        {
            throw new ProblemException(new Problem(
                "unknown-format", $"'{request.Manifest.Output.Format}' is not an output format.", "Use jsonl or jsonl.gz.", ExitCode.Configuration));
        }
    }

    /// <summary>A run without inputs is a mistake in the manifest.</summary>
    public static void RefuseEmpty(RunRequest request, long inputs)
    {
        if (inputs == 0)
        {
            throw new ProblemException(new Problem(
                "corpus-empty",
                $"No input was found in {request.Manifest.Source.Root}.",
                "Correct 'root', 'include' or 'exclude' under 'source'; hidden files and sidecars are never inputs.",
                ExitCode.Configuration));
        }
    }

    // The same strategy with other options gets a configuration of its own.
    private static ImmutableArray<string> Configs(RunRequest request)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. request.Strategies.Select(s =>
        {
            seen[s.Id] = seen.GetValueOrDefault(s.Id) + 1;
            return seen[s.Id] == 1 ? s.Id : string.Create(CultureInfo.InvariantCulture, $"{s.Id}-{seen[s.Id]}");
        })];
    }
}
