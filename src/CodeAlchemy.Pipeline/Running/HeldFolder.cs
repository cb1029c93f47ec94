using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Holds a run folder: locked, checked against the request, cleaned of what dead attempts left.</summary>
internal sealed class HeldFolder : IDisposable
{
    private readonly FolderLock _lock;

    private HeldFolder(RunPaths paths, FolderLock held, RunPlan? plan)
    {
        Paths = paths;
        _lock = held;
        Plan = plan;
    }

    public RunPaths Paths { get; }

    /// <summary>The plan of an earlier start that is taken up; <see langword="null"/> for a fresh run.</summary>
    public RunPlan? Plan { get; }

    /// <summary>Takes a folder.</summary>
    /// <exception cref="ProblemException">It is busy, belongs to another run, holds something else, or can't be written.</exception>
    public static HeldFolder Open(string folder, string runId, ResumeMode resume)
    {
        var paths = new RunPaths(folder);
        RefuseForeign(paths);
        RefuseMissing(paths, resume);
        StorageFault.Guard(paths.Machinery, () => Directory.CreateDirectory(paths.Machinery));
        var held = FolderLock.Take(paths.Machinery, paths.Root);
        try
        {
            return new HeldFolder(paths, held, TakeUp(paths, runId, resume));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static RunPlan? TakeUp(RunPaths paths, string runId, ResumeMode resume)
    {
        var plan = resume == ResumeMode.Never ? null : RunPlan.Read(paths.Plan);
        if (plan is null)
        {
            StorageFault.Guard(paths.Root, () => Clear(paths));
            return null;
        }

        if (plan.RunId != runId)
        {
            throw new ProblemException(new Problem(
                "run-folder-other",
                $"The folder {paths.Root} holds a run of another plan ({plan.RunId}, this one is {runId}): the manifest, a plugin, a template or the tool changed since.",
                "Choose another folder with --output, or throw the old run away with --resume never.",
                ExitCode.Configuration));
        }

        StorageFault.Guard(paths.Machinery, () => RemoveDeadAttempts(paths, plan));
        return plan;
    }

    private static void RefuseForeign(RunPaths paths)
    {
        if (File.Exists(paths.Root))
        {
            throw new ProblemException(new Problem(
                "output-is-file", $"The output {paths.Root} is a file.", "Choose a folder with --output.", ExitCode.Configuration));
        }

        if (Directory.Exists(paths.Root) && !Directory.Exists(paths.Machinery) && Directory.EnumerateFileSystemEntries(paths.Root).Any())
        {
            throw new ProblemException(new Problem(
                "output-not-empty",
                $"The output folder {paths.Root} is not empty and holds no run.",
                "Choose another folder with --output, or empty this one.",
                ExitCode.Configuration));
        }
    }

    private static void RefuseMissing(RunPaths paths, ResumeMode resume)
    {
        if (resume == ResumeMode.Always && !File.Exists(paths.Plan))
        {
            throw new ProblemException(new Problem(
                "nothing-to-resume",
                $"The folder {paths.Root} holds no planned run.",
                "Leave --resume always away to start one, or correct --output.",
                ExitCode.Configuration));
        }
    }

    /// <summary>Removes what a run made. The plan goes first, so that a kill in the middle leaves nothing that looks whole.</summary>
    private static void Clear(RunPaths paths)
    {
        File.Delete(paths.Plan);
        File.Delete(paths.Finished);
        foreach (var name in (string[])[DatasetLayout.Ledger, DatasetLayout.Manifest, DatasetLayout.Card])
        {
            File.Delete(paths.Public(name));
        }

        string[] folders =
        [
            paths.Public(DatasetLayout.Data), paths.Public(DatasetLayout.Rejects), paths.Inputs, paths.Survey, paths.Global, paths.Parts,
            paths.Sources, paths.Journals, paths.Done,
        ];
        foreach (var folder in folders.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        DurableFile.RemoveLeftovers(paths.Root);
        DurableFile.RemoveLeftovers(paths.Machinery);
    }

    /// <summary>Removes parts of attempts that never published; finished shards and recorded outcomes stay.</summary>
    private static void RemoveDeadAttempts(RunPaths paths, RunPlan plan)
    {
        foreach (var folder in (string[])[paths.Root, paths.Machinery, paths.Survey, paths.Global, paths.Done])
        {
            DurableFile.RemoveLeftovers(folder);
        }

        var alive = plan.Shards.Select(s => DoneFile.Read(paths, s.Id)).OfType<DoneFile>()
            .Select(d => $"{d.Shard}-{d.Attempt}").ToHashSet(StringComparer.Ordinal);
        foreach (var path in Entries(paths.Parts).Concat(Entries(paths.Sources)).Concat(Entries(paths.Journals)))
        {
            var name = Path.GetFileName(path).Split('.')[0];
            if (!name.Contains('-', StringComparison.Ordinal) || alive.Contains(name))
            {
                continue;
            }

            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    private static string[] Entries(string folder) => Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];
}
