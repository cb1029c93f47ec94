using System.Collections.Concurrent;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>The indexes of a run folder, made on first use and again when its files changed. Thread-safe.</summary>
internal sealed class RunIndexes(string folder)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private LineIndex<RowHead>? _rows;
    private LineIndex<RejectHead>? _rejects;

    public LineIndex<RowHead> Rows(CancellationToken cancellationToken) =>
        Current(ref _rows, DatasetLayout.Data, line => RowHead.Of(line, Intern), cancellationToken);

    public LineIndex<RejectHead> Rejects(CancellationToken cancellationToken) =>
        Current(ref _rejects, DatasetLayout.Rejects, line => RejectHead.Of(line, Intern), cancellationToken);

    private LineIndex<T> Current<T>(ref LineIndex<T>? index, string name, Func<byte[], T> head, CancellationToken cancellationToken)
        where T : struct
    {
        var path = Path.Combine(folder, name);
        lock (_lock)
        {
            return index is { } made && made.Stamp == LineIndexes.StampOf(path) ? made : index = LineIndexes.Build(path, head, cancellationToken);
        }
    }

    private string Intern(string text) => _names.GetOrAdd(text, text);
}
