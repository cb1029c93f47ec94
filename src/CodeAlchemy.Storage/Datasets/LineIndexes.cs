using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>Makes indexes of lines (<see cref="LineIndex{T}"/>).</summary>
public static class LineIndexes
{
    /// <summary>Reads the files of a folder once.</summary>
    /// <typeparam name="T">The facts about a line.</typeparam>
    /// <param name="folder">Absolute path; files <c>*.jsonl</c> and <c>*.jsonl.gz</c> below it, in the order of their names. It need not exist.</param>
    /// <param name="head">Makes the facts of a line; throws <see cref="JsonException"/> when it is none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static LineIndex<T> Build<T>(string folder, Func<byte[], T> head, CancellationToken cancellationToken)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(head);
        var files = FilesIn(folder);
        var stamp = Stamp(files);
        var entries = new List<LineIndex<T>.Entry>();
        var unreadable = 0L;
        for (var file = 0; file < files.Length; file++)
        {
            try
            {
                var offset = 0L;
                foreach (var line in RowReader.Lines(files[file]))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    unreadable += Add(entries, head, line, file, offset) ? 0 : 1;
                    offset += line.Length + 1;
                }
            }
            catch (InvalidDataException)
            {
                unreadable++;
            }
        }

        return new LineIndex<T>(stamp, files, entries, unreadable);
    }

    /// <summary>What the files of a folder look like now.</summary>
    public static string StampOf(string folder) => Stamp(FilesIn(folder));

    private static bool Add<T>(List<LineIndex<T>.Entry> entries, Func<byte[], T> head, byte[] line, int file, long offset)
        where T : struct
    {
        try
        {
            entries.Add(new LineIndex<T>.Entry(head(line), offset, line.Length, file));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ImmutableArray<string> FilesIn(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".jsonl", StringComparison.Ordinal) || f.EndsWith(".jsonl.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Stamp(ImmutableArray<string> files) => string.Join('\n', files.Select(f => new FileInfo(f)).Select(f => f.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}")
        : f.FullName));
}
