using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Finds rows in an index: by what the index holds first, by text in the rows themselves only for those.</summary>
internal static class RowSearch
{
    private const int IdLength = 32;

    /// <summary>The lines from a start that fit but for the text, each with its review, and how many there are from the first on.</summary>
    public static (List<(int Line, RowReview Review)> Found, long Total) Find(LineIndex<RowHead> index, ReviewFold fold, RowQuery query, int start)
    {
        var total = 0L;
        var found = new List<(int, RowReview)>();
        // Without a text a page is known from the index alone, so no more is kept than it shows.
        var most = string.IsNullOrEmpty(query.Text) ? query.Limit + 1 : int.MaxValue;
        for (var i = 0; i < index.Count; i++)
        {
            var head = index.Head(i);
            var review = Fits(head, query) ? fold.Of(head.Key) : null;
            if (review is null || !Fits(review, query))
            {
                continue;
            }

            total++;
            if (i >= start && found.Count < most)
            {
                found.Add((i, review));
            }
        }

        return (found, total);
    }

    /// <summary>Reads rows until a page is full.</summary>
    /// <returns>The page, and the line at which the next one begins.</returns>
    public static (ImmutableArray<RowSummary> Rows, int? Next) Read(
        LineIndex<RowHead> index, List<(int Line, RowReview Review)> found, RowQuery query, CancellationToken cancellationToken)
    {
        var page = ImmutableArray.CreateBuilder<RowSummary>();
        using var rows = index.Open();
        foreach (var (line, review) in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = page.Count < query.Limit || !string.IsNullOrEmpty(query.Text) ? rows.Read(line) : [];
            if (!string.IsNullOrEmpty(query.Text) && !RowReading.Contains(bytes, query.Text))
            {
                continue;
            }

            if (page.Count == query.Limit)
            {
                return (page.DrainToImmutable(), line);
            }

            page.Add(RowReading.Summary(index.Head(line), bytes, review));
        }

        return (page.DrainToImmutable(), null);
    }

    /// <summary>The line of the row with an id, or of the only one whose id begins so.</summary>
    /// <exception cref="ProblemException"><c>unknown-row</c> or <c>ambiguous-row</c>.</exception>
    public static int Line(LineIndex<RowHead> index, string id, string folder)
    {
        ArgumentNullException.ThrowIfNull(id);
        var matches = id.Length is > 0 and <= IdLength && id.All(char.IsAsciiHexDigitLower)
            ? Lines(index, UInt128.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), 4 * (IdLength - id.Length))
            : [];
        // The same content twice in a corpus gives the same row twice; a decision about it is about both.
        return matches.Select(i => index.Head(i).Key.Row).Distinct().Count() switch
        {
            1 => matches[0],
            0 => throw new ProblemException(new Problem(
                "unknown-row", $"The run in {folder} has no row '{id}'.", "Give the id of a row, or its beginning; `codealchemy review RUN --list all` shows them.", ExitCode.Failure)),
            var several => throw new ProblemException(new Problem(
                "ambiguous-row", $"The ids of {several} rows of {folder} begin with '{id}'.", "Give more of the id.", ExitCode.Failure)),
        };
    }

    private static List<int> Lines(LineIndex<RowHead> index, UInt128 beginning, int rest) =>
        [.. Enumerable.Range(0, index.Count).Where(i => index.Head(i).Key.Row >> rest == beginning)];

    private static bool Fits(RowHead head, RowQuery query) => (query.Strategy ?? head.Key.Strategy) == head.Key.Strategy
        && (query.Language ?? head.Language) == head.Language && (query.Task ?? head.Task) == head.Task;

    private static bool Fits(RowReview review, RowQuery query) => (query.Verdict ?? review.Verdict) == review.Verdict
        && (query.Flagged ?? review.Flagged) == review.Flagged && (query.Stale is not { } stale || stale == (review.Stale is not null));
}
