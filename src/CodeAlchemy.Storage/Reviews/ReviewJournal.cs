using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Journaling;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>
/// The decisions of people about a run folder, in <c>reviews.jsonl</c>: lines are appended and never changed. Several processes may append, each
/// sees the others' decisions with its next call. Memory grows with the decisions, not with the messages of edits. Thread-safe.
/// </summary>
/// <param name="folder">Absolute path of the run folder.</param>
/// <param name="clock">The time of decisions.</param>
public sealed class ReviewJournal(string folder, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(folder, DatasetLayout.Reviews);
    private readonly List<ReviewIssue> _issues = [];
    private ReviewFold _fold = new();
    private ReviewIssue? _torn;
    private long _end;
    private long _lines;

    /// <summary>Absolute path of the file that keeps what a killed process left of a line.</summary>
    public string TornPath => _path + ".torn";

    /// <summary>What could not be used, as of the last call.</summary>
    public ImmutableArray<ReviewIssue> Issues
    {
        get
        {
            lock (_lock)
            {
                return _torn is null ? [.. _issues] : [.. _issues, _torn];
            }
        }
    }

    /// <summary>Reads what was appended since and gives what a function makes of the decisions.</summary>
    /// <param name="read">Called alone; must not keep the fold.</param>
    /// <exception cref="ProblemException"><c>reviews-newer</c>: a newer version of the tool wrote the journal (exit 5).</exception>
    public T Read<T>(Func<ReviewFold, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (_lock)
        {
            using var lines = SharedLines.Read(_path);
            Catch(lines);
            return read(_fold);
        }
    }

    /// <summary>Appends a decision about a row.</summary>
    /// <param name="row">The row as the person saw it.</param>
    /// <param name="decision">Neither undo nor redo.</param>
    /// <param name="reason">Why; a reject needs one.</param>
    /// <param name="messages">The messages of an edit; the default for other decisions.</param>
    /// <param name="author">Who, or <see langword="null"/>.</param>
    public ReviewRecord Decide(RowKey row, ReviewDecision decision, string? reason, ImmutableArray<Message> messages, string? author)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(decision is ReviewDecision.Undo or ReviewDecision.Redo, true, nameof(decision));
        ArgumentOutOfRangeException.ThrowIfEqual(decision == ReviewDecision.Edit, messages.IsDefaultOrEmpty, nameof(messages));
        return Append(_ => new ReviewRecord
        {
            Sequence = 0, Time = default, Decision = decision, Row = row, Reason = reason, Messages = messages, Author = author,
        })!;
    }

    /// <summary>Takes back the last decision that holds.</summary>
    /// <returns>The decision taken back, or <see langword="null"/> when none holds.</returns>
    public ReviewRecord? Undo(string? author) => Step(ReviewDecision.Undo, fold => fold.ToUndo, author);

    /// <summary>Lets the decision hold again that was taken back last.</summary>
    /// <returns>The decision, or <see langword="null"/> when there is none.</returns>
    public ReviewRecord? Redo(string? author) => Step(ReviewDecision.Redo, fold => fold.ToRedo, author);

    /// <summary>The messages of an edit.</summary>
    /// <param name="edit">A record of the decision <see cref="ReviewDecision.Edit"/> of this journal.</param>
    /// <exception cref="ProblemException"><c>reviews-changed</c>: the journal is not what it was.</exception>
    public ImmutableArray<Message> MessagesOf(ReviewRecord edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        using var lines = SharedLines.Read(_path);
        return lines is not null && edit.Offset + edit.Length <= lines.Length
            && ReviewJson.Read(lines.ReadAt(edit.Offset, edit.Length), out var record, out _) is null && record!.Sequence == edit.Sequence
            ? record.Messages
            : throw new ProblemException(new Problem(
                "reviews-changed", $"{_path} was changed while it was read: decision {edit.Sequence} is not where it was.", "Start the command again.", ExitCode.Failure));
    }

    private ReviewRecord? Step(ReviewDecision decision, Func<ReviewFold, ReviewRecord?> target, string? author)
    {
        ReviewRecord? about = null;
        Append(fold => (about = target(fold)) is null ? null : new ReviewRecord
        {
            Sequence = 0, Time = default, Decision = decision, Of = about.Sequence, Author = author,
        });
        return about;
    }

    private ReviewRecord? Append(Func<ReviewFold, ReviewRecord?> make)
    {
        lock (_lock)
        {
            using var lines = SharedLines.Append(_path);
            Catch(lines);
            Mend(lines);
            if (make(_fold) is not { } made)
            {
                return null;
            }

            var record = made with { Sequence = _fold.LastSequence + 1, Time = Now() };
            var line = ReviewJson.Write(record);
            record = record with { Offset = lines.Append(line), Length = line.Length - 1 };
            _end = record.Offset + line.Length;
            _lines++;
            _fold.Apply(record);
            return record;
        }
    }

    // In the precision of the journal, so that a decision reads as it was returned.
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    // Reads on from where the last call stopped; a journal that became shorter is another one and read anew.
    private void Catch(SharedLines? lines)
    {
        if (lines is null || lines.Length < _end)
        {
            (_fold, _end, _lines) = (new ReviewFold(), 0, 0);
            _issues.Clear();
        }

        _torn = null;
        if (lines is null)
        {
            return;
        }

        foreach (var (offset, line) in lines.Lines(_end))
        {
            Take(offset, line);
        }

        _torn = lines.Length == _end ? null : new ReviewIssue(
            "review-torn", _lines + 1, $"a process was killed while it wrote the last line; its {lines.Length - _end} bytes don't count");
    }

    private void Take(long offset, byte[] line)
    {
        _lines++;
        _end = offset + line.Length + 1;
        var problem = ReviewJson.Read(line, out var record, out var newer);
        if (newer is not null)
        {
            (_fold, _end, _lines) = (new ReviewFold(), 0, 0);
            throw new ProblemException(new Problem(
                "reviews-newer", $"{_path} is of the schema {newer}; this version of the tool knows {ReviewRecord.CurrentSchema}.",
                "Use the version of the tool that wrote it, or a newer one.", ExitCode.Configuration));
        }

        if (problem is not null)
        {
            _issues.Add(new ReviewIssue("review-malformed", _lines, $"the line is no decision and doesn't count: {problem}"));
        }
        else if (_fold.Apply(record! with { Offset = offset, Length = line.Length }) is { } misplaced)
        {
            _issues.Add(new ReviewIssue("review-out-of-place", _lines, $"the decision doesn't count: {misplaced}"));
        }
    }

    // A whole decision that lacks only its line end counts; anything else goes into a file beside.
    private void Mend(SharedLines lines)
    {
        if (_torn is null)
        {
            return;
        }

        var tail = lines.Tail(_end);
        _torn = null;
        if (ReviewJson.Read(tail, out _, out var newer) is null || newer is not null)
        {
            lines.Append("\n"u8);
            Take(_end, tail);
            return;
        }

        lines.SetAside(_end, TornPath);
        _issues.Add(new ReviewIssue(
            "review-torn", _lines + 1, string.Create(
                CultureInfo.InvariantCulture, $"a process was killed while it wrote this line; its {tail.Length} bytes are kept in {DatasetLayout.Reviews}.torn")));
    }
}
