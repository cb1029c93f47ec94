using System.Globalization;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>
/// What the lines of a review journal come to. Undo takes back the last decision that holds, whoever made it, as far back as the journal
/// goes; redo lets it hold again; a new decision forgets what could have been redone. Not thread-safe.
/// </summary>
public sealed class ReviewFold
{
    private readonly List<ReviewRecord> _done = [];
    private readonly List<ReviewRecord> _undone = [];
    private readonly Dictionary<(string Strategy, UInt128 Row), List<ReviewRecord>> _rows = [];

    /// <summary>Sequence of the last line; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The decisions that hold, in the order in which they were made.</summary>
    public IReadOnlyList<ReviewRecord> Done => _done;

    /// <summary>The decision that undo would take back, or <see langword="null"/>.</summary>
    public ReviewRecord? ToUndo => _done.Count > 0 ? _done[^1] : null;

    /// <summary>The decision that redo would let hold again, or <see langword="null"/>.</summary>
    public ReviewRecord? ToRedo => _undone.Count > 0 ? _undone[^1] : null;

    /// <summary>Takes the next line in.</summary>
    /// <returns>Why the line does not fit what came before and is left out, or <see langword="null"/>.</returns>
    public string? Apply(ReviewRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Sequence <= LastSequence)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the sequence {record.Sequence} comes after {LastSequence}");
        }

        LastSequence = record.Sequence;
        switch (record.Decision)
        {
            case ReviewDecision.Undo when ToUndo?.Sequence == record.Of:
                Move(_done, _undone);
                Row(_undone[^1]).RemoveAt(Row(_undone[^1]).Count - 1);
                return null;
            case ReviewDecision.Redo when ToRedo?.Sequence == record.Of:
                Move(_undone, _done);
                Row(_done[^1]).Add(_done[^1]);
                return null;
            case ReviewDecision.Undo or ReviewDecision.Redo:
                return string.Create(CultureInfo.InvariantCulture, $"the decision {record.Of} is not the one to {record.Decision.ToString().ToLowerInvariant()}");
            default:
                _undone.Clear();
                _done.Add(record with { Messages = default });
                Row(record).Add(_done[^1]);
                return null;
        }
    }

    /// <summary>How a row stands.</summary>
    public RowReview Of(RowKey row)
    {
        if (!_rows.TryGetValue((row.Strategy, row.Row), out var records) || records.Count == 0)
        {
            return RowReview.None;
        }

        var verdict = records.FindLast(r => r.IsVerdict && r.Row.Digest == row.Digest);
        var flagged = records.FindLast(r => !r.IsVerdict && r.Row.Digest == row.Digest)?.Decision == ReviewDecision.Flag;
        var stale = verdict is null ? records.FindLast(r => r.IsVerdict) : null;
        return new RowReview(Verdict(verdict), flagged, verdict, stale);
    }

    private static RowVerdict Verdict(ReviewRecord? record) => record?.Decision switch
    {
        ReviewDecision.Accept => RowVerdict.Accepted,
        ReviewDecision.Edit => RowVerdict.Edited,
        ReviewDecision.Reject => RowVerdict.Rejected,
        ReviewDecision.Skip => RowVerdict.Skipped,
        _ => RowVerdict.Undecided,
    };

    private static void Move(List<ReviewRecord> from, List<ReviewRecord> to)
    {
        to.Add(from[^1]);
        from.RemoveAt(from.Count - 1);
    }

    private List<ReviewRecord> Row(ReviewRecord record)
    {
        var key = (record.Row.Strategy, record.Row.Row);
        return _rows.TryGetValue(key, out var records) ? records : _rows[key] = [];
    }
}
