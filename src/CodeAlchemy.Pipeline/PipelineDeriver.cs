using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Running;

namespace CodeAlchemy.Pipeline;

/// <summary>
/// Makes the rows of a finished run again from the sources that are stored with it, and compares them byte for byte. Programs are run
/// anew: neither the corpus nor anything that was remembered about executions is used.
/// </summary>
public static class PipelineDeriver
{
    /// <summary>Derives all rows.</summary>
    /// <param name="request">The run, with workbenches that answer for models from what was recorded.</param>
    /// <param name="folder">The finished run.</param>
    /// <param name="note">Called with a line of progress now and then, by one thread at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ProblemException">The run is not finished, or the machine can't run programs.</exception>
    public static async Task<Derivation> Derive(RunRequest request, RunFolder folder, Action<string> note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(note);
        var expected = folder.Samples().GroupBy(row => (row.SourcePath, row.SourceSha256))
            .ToDictionary(group => group.Key, group => group.ToDictionary(row => row.Id, StoredRow.Of, StringComparer.Ordinal));
        using var opened = request.Workbenches.Open(folder.Paths.Journals);
        var total = expected.Values.Sum(rows => rows.Count);
        var findings = new List<Finding>();
        var gate = new Lock();
        await Parallel.ForEachAsync(
            folder.Sources().DistinctBy(source => (source.Path, source.Sha256)),
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = PlanTrial.Degree(request) },
            async (source, token) =>
            {
                Dictionary<string, StoredRow>? rows;
                lock (gate)
                {
                    expected.Remove((source.Path, source.Sha256), out rows);
                }

                var count = rows?.Count ?? 0;
                var differing = rows is null ? [] : await Differing(request, folder, source, rows, token);
                lock (gate)
                {
                    findings.AddRange(differing);
                    note($"derived {source.Path}: {count} rows");
                }
            });
        findings.AddRange(expected.Values.SelectMany(rows => rows.Values)
            .Select(row => row.Wrong("source-missing", "the source of the row is not stored with the run")));
        return new Derivation(total, [.. findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)]);
    }

    private static async Task<List<Finding>> Differing(
        RunRequest request, RunFolder folder, SourceFile source, Dictionary<string, StoredRow> rows, CancellationToken cancellationToken)
    {
        var strategies = new StrategyStage(request, folder.RunId, folder.Plan.PlannedAt, new VolatileMemo());
        var findings = new List<Finding>();
        for (var i = 0; i < request.Strategies.Length; i++)
        {
            var output = await strategies.Run(source, i, request.Strategies[i].Id, cancellationToken);
            foreach (var (id, hash) in Made(output))
            {
                if (rows.Remove(id, out var row) && row.Hash != hash)
                {
                    findings.Add(row.Wrong("not-derived", $"the row of {source.Path} came out different"));
                }
            }
        }

        findings.AddRange(rows.Values.Select(row => row.Wrong("not-derived", $"the row of {source.Path} did not come out again")));
        return findings;
    }

    private static List<(string Id, UInt128 Hash)> Made(StrategyOutput output)
    {
        var made = new List<(string, UInt128)>();
        var left = output.Rows.WrittenMemory;
        while (left.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            using var row = JsonDocument.Parse(left[..end]);
            made.Add((row.RootElement.GetProperty("id").GetString()!, StoredRow.HashOf(left.Span[..end])));
            left = left[(end + 1)..];
        }

        return made;
    }
}
