using System.Text;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Tests.Shared;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.Workspace.Tests.Reviews;

/// <summary>The public files of a run, and reviews of it.</summary>
internal sealed class ReviewFolder : IDisposable
{
    private readonly TemporaryFolder _disk = new();

    public FixedClock Clock { get; } = new();

    public string Disk => _disk.Path;

    public string Run => Path.Combine(_disk.Path, "runs", "one");

    public ReviewFolder Public(string run = "one")
    {
        _disk.Write($"runs/{run}/manifest.yaml", "name: test\n");
        _disk.Write($"runs/{run}/ledger.json", LedgerJson.Write(new Ledger { Inputs = 9, Kept = 9, Filtered = 0, Duplicate = 0, Failed = 0, Rows = 9, Rejects = 0, ByStage = [] }));
        return this;
    }

    public ReviewFolder Rows(string strategy, params IEnumerable<string> lines) => Lines($"data/{strategy}/train-00000-of-00001.jsonl", lines);

    public ReviewFolder Lines(string file, params IEnumerable<string> lines)
    {
        using var writer = new RowWriter(Path.Combine(Run, file), file.EndsWith(".gz", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            writer.Append(Encoding.UTF8.GetBytes(line + "\n"), 1);
        }

        writer.Finish();
        return this;
    }

    public Reviewer Open() => new(new ReviewService(Clock).Open(Run));

    public void Dispose() => _disk.Dispose();
}
