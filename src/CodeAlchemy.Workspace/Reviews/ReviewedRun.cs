using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>
/// One run under review. Rows stay on disk: kept is where each stands, about a hundred bytes a row, read on first use and again when the run
/// was made again. Decisions of other processes are seen with every call. Thread-safe.
/// </summary>
public sealed class ReviewedRun
{
    private readonly RunIndexes _indexes;
    private readonly ReviewJournal _journal;

    internal ReviewedRun(string folder, TimeProvider clock)
    {
        Folder = folder;
        _indexes = new RunIndexes(folder);
        _journal = new ReviewJournal(folder, clock);
    }

    /// <summary>Absolute path of the run folder.</summary>
    public string Folder { get; }

    /// <summary>What could not be used of the journal, as of the last call.</summary>
    public ImmutableArray<ReviewIssue> Issues => _journal.Issues;

    internal ReviewJournal Journal => _journal;

    /// <summary>What is in the folder.</summary>
    public RunOverview Overview(CancellationToken cancellationToken = default)
    {
        var rows = _indexes.Rows(cancellationToken);
        var rejects = _indexes.Rejects(cancellationToken);
        var heads = Enumerable.Range(0, rows.Count).Select(rows.Head);
        var counts = Counts(cancellationToken);
        return new RunOverview(
            ReviewService.Listing(Folder),
            rows.Count,
            Tally(heads.Select(h => h.Key.Strategy)),
            Tally(heads.Select(h => h.Language)),
            Tally(heads.Select(h => h.Task)),
            Tally(Enumerable.Range(0, rejects.Count).Select(i => rejects.Head(i).Reason)),
            counts,
            Issues);
    }

    /// <summary>How far the review is.</summary>
    public ReviewCounts Counts(CancellationToken cancellationToken = default)
    {
        var rows = _indexes.Rows(cancellationToken);
        return _journal.Read(fold =>
        {
            var verdicts = new long[Enum.GetValues<RowVerdict>().Length];
            var (stale, flagged) = (0L, 0L);
            for (var i = 0; i < rows.Count; i++)
            {
                var review = fold.Of(rows.Head(i).Key);
                verdicts[(int)review.Verdict]++;
                stale += review.Stale is null ? 0 : 1;
                flagged += review.Flagged ? 1 : 0;
            }

            long Of(RowVerdict verdict) => verdicts[(int)verdict];
            return new ReviewCounts(
                Of(RowVerdict.Accepted), Of(RowVerdict.Edited), Of(RowVerdict.Rejected), Of(RowVerdict.Skipped), Of(RowVerdict.Undecided), stale, flagged);
        });
    }

    /// <summary>A page of rows, in the order of the dataset. What is decided between two pages moves no row from one to the other.</summary>
    /// <exception cref="ProblemException"><c>cursor-old</c>: the run was made again since the page before.</exception>
    public RowPage Rows(RowQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var index = _indexes.Rows(cancellationToken);
        var start = PageCursor.Read(query.Cursor, index.Stamp);
        var (found, total) = _journal.Read(fold => RowSearch.Find(index, fold, query, start));
        var page = RowSearch.Read(index, found, query, cancellationToken);
        return new RowPage(
            page.Rows, page.Next is { } next ? PageCursor.Write(index.Stamp, next) : null, query.Text is { Length: > 0 } ? null : total);
    }

    /// <summary>One row.</summary>
    /// <param name="id">Its id, or a beginning of it that no other row has.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ProblemException"><c>unknown-row</c> or <c>ambiguous-row</c>.</exception>
    public RowDetails Row(string id, CancellationToken cancellationToken = default)
    {
        var index = _indexes.Rows(cancellationToken);
        var line = RowSearch.Line(index, id, Folder);
        var key = index.Head(line).Key;
        var (review, history) = _journal.Read(fold => (
            fold.Of(key), fold.Done.Where(r => r.Row.Strategy == key.Strategy && r.Row.Row == key.Row).Select(r => DecisionView.Of(r)).ToImmutableArray()));
        var edited = review.Verdict == RowVerdict.Edited ? _journal.MessagesOf(review.Decision!) : default;
        using var rows = index.Open();
        return RowReading.Details(Folder, index.Head(line), rows.Read(line), review, edited, history);
    }

    /// <summary>A page of rejects, in the order of the corpus.</summary>
    /// <exception cref="ProblemException"><c>cursor-old</c>: the run was made again since the page before.</exception>
    public RejectPage Rejects(RejectQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var index = _indexes.Rejects(cancellationToken);
        var start = PageCursor.Read(query.Cursor, index.Stamp);
        var fitting = Enumerable.Range(0, index.Count).Where(i => Fits(index.Head(i), query)).ToList();
        var rest = fitting.Where(i => i >= start).Take(query.Limit + 1).ToList();
        using var lines = index.Open();
        ImmutableArray<RejectRecord> page = [.. rest.Take(query.Limit).Select(i => RejectJson.Read(lines.Read(i)))];
        return new RejectPage(page, rest.Count > query.Limit ? PageCursor.Write(index.Stamp, rest[^1]) : null, fitting.Count);
    }

    /// <summary>Decides about a row.</summary>
    /// <param name="id">Its id, or a beginning of it that no other row has.</param>
    /// <param name="choice">The decision.</param>
    /// <param name="cancellationToken">Stops the reading of the run, not the writing.</param>
    /// <exception cref="ProblemException">There is no such row, it is not the one that was seen, or the choice is not complete.</exception>
    public DecisionView Decide(string id, ReviewChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var index = _indexes.Rows(cancellationToken);
        var line = RowSearch.Line(index, id, Folder);
        var key = index.Head(line).Key;
        if (choice.Digest is { } seen && seen != RowKey.Hex(key.Digest))
        {
            throw new ProblemException(new Problem(
                "row-changed", $"The row {id} of {Folder} is not the one that was shown: the run was made again.", "Look at the row again, then decide.", ExitCode.Failure));
        }

        ChoiceRules.Check(choice, () =>
        {
            using var rows = index.Open();
            return RowReading.Messages(rows.Read(line));
        });
        return DecisionView.Of(_journal.Decide(key, choice.Decision, choice.Reason, choice.Messages, choice.Author));
    }

    /// <summary>Takes back the last decision that holds, whoever made it.</summary>
    /// <param name="author">Who does so, or <see langword="null"/>.</param>
    /// <returns>The decision taken back, or <see langword="null"/> when none holds.</returns>
    public DecisionView? Undo(string? author = null) => DecisionView.Of(_journal.Undo(author));

    /// <summary>Lets the decision hold again that was taken back last.</summary>
    /// <param name="author">Who does so, or <see langword="null"/>.</param>
    /// <returns>The decision, or <see langword="null"/> when there is none.</returns>
    public DecisionView? Redo(string? author = null) => DecisionView.Of(_journal.Redo(author));

    /// <summary>Whether there is a decision that <see cref="Redo"/> would let hold again.</summary>
    public bool CanRedo => _journal.Read(fold => fold.ToRedo is not null);

    /// <summary>The last decisions that hold, newest first.</summary>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<DecisionView> Last(int most) =>
        _journal.Read(fold => fold.Done.Reverse().Take(most).Select(r => DecisionView.Of(r)).ToImmutableArray());

    internal LineIndex<RowHead> Index(CancellationToken cancellationToken) => _indexes.Rows(cancellationToken);

    private static bool Fits(RejectHead head, RejectQuery query) =>
        (query.Reason ?? head.Reason) == head.Reason && (query.Stage ?? head.Stage) == head.Stage
        && (query.Strategy ?? head.Strategy) == head.Strategy && (query.Language ?? head.Language) == head.Language;

    private static ImmutableSortedDictionary<string, long> Tally(IEnumerable<string> names) =>
        names.CountBy(n => n, StringComparer.Ordinal).ToImmutableSortedDictionary(c => c.Key, c => (long)c.Value, StringComparer.Ordinal);
}
