using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Writes the rows of runs as JSON Lines. Thread-safe.</summary>
public sealed class ExportService
{
    private readonly Installation _installation;
    private readonly ReviewService _reviews;

    internal ExportService(Installation installation, ReviewService reviews)
    {
        _installation = installation;
        _reviews = reviews;
    }

    /// <summary>Writes rows to the file of the request, which appears whole or not at all, or to a stream.</summary>
    /// <param name="request">What to export.</param>
    /// <param name="stream">Gets the lines when the request names no file; stays open.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ProblemException">A run is none or is not finished, has no such strategy, or the file exists.</exception>
    public ExportSummary Export(ExportRequest request, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImmutableArray<ReviewedRun> runs = [.. request.Runs.Select(_reviews.Open)];
        foreach (var run in runs)
        {
            RequireFinished(run);
        }

        RequireStrategies(runs, request.Strategies, cancellationToken);
        using var target = request.Output is { } output ? ExportFile.Create(Path.GetFullPath(output), request.Force, runs) : null;
        var counts = ImmutableArray.CreateBuilder<ExportedRun>();
        foreach (var run in runs)
        {
            counts.Add(new RunExport(run, request, _installation).Write(line => Write(target, stream, line), cancellationToken));
        }

        target?.Finish();
        return new ExportSummary(target?.Path, counts.ToImmutable());
    }

    private static void Write(ExportFile? target, Stream stream, ReadOnlySpan<byte> line)
    {
        if (target is not null)
        {
            target.Append(line);
        }
        else
        {
            stream.Write(line);
        }
    }

    private static void RequireFinished(ReviewedRun run)
    {
        if (ReviewService.Listing(run.Folder).State != ReviewedState.Finished)
        {
            throw new ProblemException(new Problem(
                "run-unfinished", $"The run in {run.Folder} is not finished.", "Start the same run command again; it goes on where it stopped.", ExitCode.Failure));
        }
    }

    private static void RequireStrategies(ImmutableArray<ReviewedRun> runs, ImmutableArray<string> strategies, CancellationToken cancellationToken)
    {
        if (strategies.IsEmpty)
        {
            return;
        }

        var known = runs.Select(r => r.Index(cancellationToken)).SelectMany(i => Enumerable.Range(0, i.Count).Select(n => i.Head(n).Key.Strategy))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (strategies.FirstOrDefault(s => !known.Contains(s)) is { } unknown)
        {
            throw new ProblemException(new Problem(
                "unknown-strategy", $"No row is of the strategy '{unknown}'.", $"Rows are of: {string.Join(", ", known)}.", ExitCode.Usage));
        }
    }
}
