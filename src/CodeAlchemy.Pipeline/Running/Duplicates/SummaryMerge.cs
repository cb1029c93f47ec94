using System.Globalization;
using System.Runtime.CompilerServices;

namespace CodeAlchemy.Pipeline.Running.Duplicates;

/// <summary>Merges sorted summary files of any number without holding more than one summary of each open file.</summary>
internal static class SummaryMerge
{
    private const int FanIn = 128;

    /// <summary>All summaries in order.</summary>
    /// <param name="files">Sorted files.</param>
    /// <param name="scratch">Folder for intermediate files when there are many.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<DuplicateSummary> Sorted(
        IReadOnlyList<string> files, string scratch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var level = files;
        for (var round = 0; level.Count > FanIn; round++)
        {
            level = Reduce(level, scratch, round, cancellationToken);
        }

        foreach (var summary in Merge(level))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return summary;
        }

        await Task.CompletedTask;
    }

    private static List<string> Reduce(IReadOnlyList<string> files, string scratch, int round, CancellationToken cancellationToken)
    {
        var reduced = new List<string>();
        foreach (var group in files.Chunk(FanIn))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.Combine(scratch, string.Create(CultureInfo.InvariantCulture, $"merge-{round}-{reduced.Count}.keys"));
            using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 << 10);
            foreach (var summary in Merge(group))
            {
                summary.Write(stream);
            }

            reduced.Add(path);
        }

        return reduced;
    }

    private static IEnumerable<DuplicateSummary> Merge(IReadOnlyList<string> files)
    {
        var heads = new PriorityQueue<IEnumerator<DuplicateSummary>, DuplicateSummary>();
        var open = files.Select(f => DuplicateSummary.ReadAll(f).GetEnumerator()).ToList();
        try
        {
            foreach (var reader in open.Where(r => r.MoveNext()))
            {
                heads.Enqueue(reader, reader.Current);
            }

            while (heads.TryDequeue(out var reader, out var summary))
            {
                yield return summary;
                if (reader.MoveNext())
                {
                    heads.Enqueue(reader, reader.Current);
                }
            }
        }
        finally
        {
            open.ForEach(r => r.Dispose());
        }
    }
}
