using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Run folders for people who look through them. Needs no plugin, reads while runs go on, and changes nothing but reviews. Thread-safe.</summary>
/// <param name="clock">The time of decisions.</param>
public sealed class ReviewService(TimeProvider clock)
{
    private static readonly EnumerationOptions Visible = new()
    {
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>The run folders in and below a folder, in the order of their paths; what lies in a run folder is not searched, nor are hidden and linked ones.</summary>
    /// <param name="folder">Path of a folder.</param>
    public static IEnumerable<RunListing> Find(string folder)
    {
        if (IsRun(folder))
        {
            yield return Listing(folder);
            yield break;
        }

        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var run in Directory.EnumerateDirectories(folder, "*", Visible).Order(StringComparer.Ordinal).SelectMany(Find))
        {
            yield return run;
        }
    }

    /// <summary>Opens a run for review; its rows are read when they are asked for.</summary>
    /// <param name="folder">Path of the run folder; a copy of its public files does too.</param>
    /// <exception cref="ProblemException"><c>not-a-run</c>: it holds no run (exit 5).</exception>
    public ReviewedRun Open(string folder) => IsRun(folder)
        ? new ReviewedRun(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), clock)
        : throw new ProblemException(new Problem(
            "not-a-run",
            $"The folder {Path.GetFullPath(folder)} holds no run.",
            "Name the output folder of a run, the one with README.md and ledger.json.",
            ExitCode.Configuration));

    // The public files make a run; one that has none yet is known by its plan.
    private static bool IsRun(string folder) => HasMachinery(folder)
        || (File.Exists(Path.Combine(folder, DatasetLayout.Ledger)) && File.Exists(Path.Combine(folder, DatasetLayout.Manifest)));

    internal static bool HasMachinery(string folder) => File.Exists(Path.Combine(folder, DatasetLayout.Machinery, "plan.json"));

    internal static RunListing Listing(string path)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var ledger = Path.Combine(folder, DatasetLayout.Ledger);
        var counted = ReadLedger(ledger);
        var status = HasMachinery(folder) ? RunFolder.Open(folder).Status() : null;
        return new RunListing(
            folder,
            status?.Name ?? Path.GetFileName(folder),
            status is null or { Finished: true } ? ReviewedState.Finished : status.HeldBy is null ? ReviewedState.Unfinished : ReviewedState.Running,
            status?.RunId,
            status?.PlannedAt,
            counted?.Rows ?? 0,
            counted?.Rejects ?? 0,
            File.Exists(Path.Combine(folder, DatasetLayout.Reviews)));
    }

    private static Ledger? ReadLedger(string path)
    {
        try
        {
            return File.Exists(path) ? LedgerJson.Read(File.ReadAllBytes(path)) : null;
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or IOException)
        {
            // A damaged ledger is a matter of `verify`; the rows can be looked at all the same.
            return null;
        }
    }
}
