using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>The rows of one run on their way out.</summary>
internal sealed class RunExport(ReviewedRun run, ExportRequest request, Installation installation)
{
    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);
    private ITokenCounter? _counter;
    private long _rows;
    private long _written;
    private long _edited;

    public delegate void LineTaker(ReadOnlySpan<byte> line);

    public ExportedRun Write(LineTaker take, CancellationToken cancellationToken)
    {
        var index = run.Index(cancellationToken);
        // One look at the decisions: what is decided meanwhile belongs to the next export.
        var reviews = request.Accepted
            ? run.Journal.Read(fold => Enumerable.Range(0, index.Count).Select(i => fold.Of(index.Head(i).Key)).ToArray())
            : [];
        using var lines = index.Open();
        for (var i = 0; i < index.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!request.Strategies.IsEmpty && !request.Strategies.Contains(index.Head(i).Key.Strategy))
            {
                continue;
            }

            _rows++;
            if (request.Accepted && WhyNot(reviews[i]) is { } reason)
            {
                _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
                continue;
            }

            var line = lines.Read(i);
            take([.. request.Accepted && reviews[i].Verdict == RowVerdict.Edited ? Edited(line, reviews[i].Decision!) : line, (byte)'\n']);
            _written++;
        }

        return new ExportedRun(run.Folder, _rows, _written, _edited, _leftOut.ToImmutableSortedDictionary(StringComparer.Ordinal), index.Unreadable, run.Issues);
    }

    private string? WhyNot(RowReview review) => review.Verdict switch
    {
        RowVerdict.Undecided => review.Stale is null ? "undecided" : "stale",
        RowVerdict.Rejected => "rejected",
        RowVerdict.Skipped => "skipped",
        _ => review.Flagged && !request.IncludeFlagged ? "flagged" : null,
    };

    private byte[] Edited(byte[] line, ReviewRecord edit)
    {
        _edited++;
        using var row = JsonDocument.Parse(line);
        var counter = _counter ??= Counter(row.RootElement.GetProperty("tokens").GetProperty("tokenizer").GetString()!);
        return EditedRow.Of(row.RootElement, edit with { Messages = run.Journal.MessagesOf(edit) }, counter.Name, counter.Count);
    }

    private ITokenCounter Counter(string tokenizer) => tokenizer == BpeCounter.BuiltIn.Name
        ? BpeCounter.BuiltIn
        : ManifestTokenizer.Open(StoredManifest.Read(run.Folder, installation));
}
