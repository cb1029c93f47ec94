using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>The rows of JSON Lines files, plain or gzip, in the order of file names and lines.</summary>
internal sealed class JsonlCorpus(SourceSection source, CorpusOptions options) : ICorpus
{
    private readonly bool _single = File.Exists(source.Root);
    private readonly JsonlRow _row = new(source.Columns);
    private LineCursor? _cursor;

    public IEnumerable<CorpusEntry> List(CancellationToken cancellationToken)
    {
        var ordinal = 0L;
        foreach (var table in Tables(cancellationToken))
        {
            if (table.Marks != CorpusMarks.None)
            {
                yield return table with { Ordinal = ordinal++ };
                continue;
            }

            var file = table.Path;
            using var cursor = new LineCursor(file, FullPath(file));
            var line = 0L;
            while (cursor.NextLine() is { } extent)
            {
                cancellationToken.ThrowIfCancellationRequested();
                line++;
                if (!extent.Blank)
                {
                    yield return new CorpusEntry(ordinal++, $"{file}#{line}", extent.Length, extent.Start);
                }
            }

            if (cursor.Fault)
            {
                yield return new CorpusEntry(ordinal++, $"{file}#{line + 1}", 0, cursor.Position, CorpusMarks.Unlistable);
            }
        }
    }

    public IEnumerable<CorpusInput> Open(IEnumerable<CorpusEntry> entries)
    {
        foreach (var entry in entries)
        {
            var failure = Fetch(entry, out var line);
            yield return new CorpusInput(entry, () => failure ?? _row.Read(entry, line));
        }
    }

    public void Dispose() => _cursor?.Dispose();

    private CorpusItem? Fetch(CorpusEntry entry, out byte[] line)
    {
        line = [];
        var item = new CorpusItem { Path = entry.Path, Length = entry.Length };
        if (entry.Marks.HasFlag(CorpusMarks.LeadsOut))
        {
            return item with { Failure = new(CorpusReasons.OutsideCorpus, "A symbolic link that leads out of the corpus.", Filtered: true) };
        }

        if (entry.Marks.HasFlag(CorpusMarks.Unlistable))
        {
            return item with { Failure = new(RejectReasons.Unreadable, "It could not be read, or not from here on.") };
        }

        if (entry.Length > LineMaximum)
        {
            return item;
        }

        var file = entry.Path[..entry.Path.LastIndexOf('#')];
        if (_cursor is null || _cursor.Name != file || _cursor.Position > entry.Position)
        {
            _cursor?.Dispose();
            _cursor = new LineCursor(file, FullPath(file));
        }

        return _cursor.TryRead(entry.Position, (int)entry.Length, out line)
            ? null
            : item with { Failure = new(RejectReasons.Unreadable, "The row is no longer where it was listed.") };
    }

    /// <summary>The tables, and what keeps a folder or a table from being one.</summary>
    private IEnumerable<CorpusEntry> Tables(CancellationToken cancellationToken)
    {
        if (_single)
        {
            return [new CorpusEntry(0, Path.GetFileName(source.Root), 0)];
        }

        var walk = new FolderWalk(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(source.Root)),
            new GlobSet(source.Include),
            new GlobSet(source.Exclude),
            options.LeftOut);
        return walk.Entries(cancellationToken).Select(e => e with { Marks = e.Marks & ~CorpusMarks.Sidecar })
            .Where(e => e.Marks != CorpusMarks.None || IsTable(e.Path));
    }

    // Escapes make a character's line up to six times as long as its text; other columns need some room too.
    private long LineMaximum => Math.Min((options.MaximumBytes * 6) + (64 << 10), 1 << 30);

    private string FullPath(string file) => _single ? source.Root : Path.Combine(source.Root, file);

    private static bool IsTable(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson.gz", StringComparison.OrdinalIgnoreCase);
}
