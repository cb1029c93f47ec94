using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.Cli.Output;

/// <summary>Reviews and exports for people and as JSON.</summary>
internal static class ReviewOutput
{
    public static void Write(RunOverview overview, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new { schema = "codealchemy.review-overview/1", overview }));
            return;
        }

        terminal.Out.WriteLine($"{overview.Run.Name}  {Name(overview.Run.State)}  {overview.Run.Folder}");
        terminal.Out.WriteLine(Line(overview.Reviews));
        Tally("strategies", overview.ByStrategy, terminal);
        Tally("languages", overview.ByLanguage, terminal);
        Tally("tasks", overview.ByTask, terminal);
        Tally("rejects", overview.RejectsByReason, terminal);
    }

    /// <summary>The state of a review in one line.</summary>
    public static string Line(ReviewCounts counts)
    {
        var stale = counts.Stale > 0 ? $" ({counts.Stale} decided in an older form)" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"reviews: {counts.Accepted} accepted, {counts.Edited} edited, {counts.Rejected} rejected, {counts.Skipped} skipped, {counts.Undecided} undecided{stale}; {counts.Flagged} flagged");
    }

    public static void Write(RowPage page, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new { schema = "codealchemy.review-rows/1", page.Rows, page.Next, page.Total }));
            return;
        }

        foreach (var row in page.Rows)
        {
            terminal.Out.WriteLine($"{row.Id[..12]}  {State(row.Review),-10}  {row.Language}  {row.Strategy}/{row.Task}  {row.Source}  {Short(row.Question)}");
        }

        var total = page.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all}") : string.Empty;
        terminal.Note($"{page.Rows.Length}{total} rows{(page.Next is null ? string.Empty : $"; more with --cursor {page.Next}")}");
    }

    public static void Write(RowDetails row, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new
            {
                schema = "codealchemy.review-row/1", row.Summary, row = row.Json, edited = row.Edited.IsDefault ? null : row.Edited.ToArray(), row.Code, row.Trace, row.Rendering, row.History,
            }));
            return;
        }

        var summary = row.Summary;
        terminal.Out.WriteLine($"── {summary.Id}  {summary.Language}  {summary.Strategy}/{summary.Task}  {summary.Source}  {State(summary.Review)}");
        foreach (var message in row.Edited.IsDefault ? row.Messages : row.Edited)
        {
            terminal.Out.WriteLine($"[{message.Role}]");
            if (message.Reasoning is { } reasoning)
            {
                terminal.Out.WriteLine($"(reasoning) {reasoning}");
            }

            terminal.Out.WriteLine(message.Content);
        }

        terminal.Out.WriteLine("[checked] " + string.Join(", ", row.Verification.Select(v => $"{v.Method}: {v.Status}")));
        terminal.Out.WriteLine("[scores] " + string.Join(", ", row.Scores.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value}"))));
        foreach (var decision in row.History)
        {
            terminal.Out.WriteLine("[decided] " + Tell(decision));
        }
    }

    public static void Write(DecisionView decision, string what, Terminal terminal) => terminal.Out.WriteLine(terminal.Json
        ? JsonOutput.Of(new { schema = "codealchemy.review-decision/1", what, decision })
        : $"{what}: {Tell(decision)}");

    public static void Write(ImmutableArray<DecisionView> decisions, Terminal terminal)
    {
        foreach (var decision in decisions)
        {
            terminal.Out.WriteLine(terminal.Json ? JsonOutput.Of(decision) : Tell(decision));
        }
    }

    public static void Write(ExportSummary summary, Terminal terminal)
    {
        if (terminal.Json)
        {
            // Rows on stdout keep it for themselves.
            var json = JsonOutput.Of(new { schema = "codealchemy.export/1", summary.Output, summary.Written, summary.Edited, summary.Runs });
            (summary.Output is null ? Console.Error : terminal.Out).WriteLine(json);
            return;
        }

        foreach (var run in summary.Runs)
        {
            var left = run.LeftOut.IsEmpty ? string.Empty : "; left out: " + Counts(run.LeftOut);
            terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{run.Folder}: {run.Written} of {run.Rows} rows, {run.Edited} edited{left}"));
            Warn(run.Issues, run.Folder, terminal);
        }

        terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{summary.Written} rows written to {summary.Output ?? "stdout"}"));
    }

    /// <summary>Says what could not be used of a journal.</summary>
    public static void Warn(ReviewedRun run, Terminal terminal) => Warn(run.Issues, run.Folder, terminal);

    private static void Warn(ImmutableArray<ReviewIssue> issues, string folder, Terminal terminal)
    {
        foreach (var issue in issues)
        {
            terminal.Note($"warning: {Path.Combine(folder, "reviews.jsonl")}:{issue.Line}: {issue.Message} [{issue.Code}]");
        }
    }

    private static void Tally(string title, ImmutableSortedDictionary<string, long> counts, Terminal terminal)
    {
        if (!counts.IsEmpty)
        {
            terminal.Out.WriteLine($"{title}: {Counts(counts)}");
        }
    }

    private static string Counts(ImmutableSortedDictionary<string, long> counts) => string.Join(
        ", ",
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}")));

    private static string Tell(DecisionView decision)
    {
        var why = decision.Reason is null ? string.Empty : $": {decision.Reason}";
        var who = decision.Author is null ? string.Empty : $" by {decision.Author}";
        return string.Create(
            CultureInfo.InvariantCulture, $"#{decision.Sequence} {Name(decision.Decision)} {decision.Strategy} {decision.Row[..12]} {decision.Time:u}{who}{why}");
    }

    private static string State(ReviewView review) =>
        Name(review.Verdict) + (review.Stale is null ? string.Empty : $" (was: #{review.Stale.Sequence} {Name(review.Stale.Decision)})") + (review.Flagged ? " ⚑" : string.Empty);

    private static string Short(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
