using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Tests.Shared;
using CodeAlchemy.Workspace.Reviews;
using Xunit;

namespace CodeAlchemy.Workspace.Tests.Reviews;

public sealed class ReviewedRunTests : IDisposable
{
    private readonly ReviewFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Runs_are_found_by_their_public_files_below_a_folder()
    {
        _folder.Public("b").Public("a/deep").Public("a/deep/inside").Public(".hidden");
        Directory.CreateDirectory(Path.Combine(_folder.Disk, "runs/c/data"));

        var found = ReviewService.Find(_folder.Disk).ToList();

        Assert.Equal(["deep", "b"], found.Select(r => r.Name));
        Assert.All(found, r => Assert.Equal((ReviewedState.Finished, 9L, false), (r.State, r.Rows, r.Reviewed)));
        Assert.Single(ReviewService.Find(found[0].Folder));
        Assert.Equal("not-a-run", Code(() => new ReviewService(_folder.Clock).Open(_folder.Disk)));
    }

    [Fact]
    public void The_overview_counts_rows_rejects_and_decisions()
    {
        _folder.Public()
            .Rows("qa", ReviewedRows.Line(1), ReviewedRows.Line(2), ReviewedRows.Line(3), ReviewedRows.Line(4), ReviewedRows.Line(5, language: "lua"))
            .Rows("talk", ReviewedRows.Line(6, strategy: "talk"))
            .Lines("rejects/rejects-00000-of-00001.jsonl", ReviewedRows.Reject(1, "odd"), ReviewedRows.Reject(2, "size", null), ReviewedRows.Reject(3, "odd"));
        var run = _folder.Open();
        run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Accept));
        run.Decide(ReviewedRows.Id(2), Edit("5"));
        run.Decide(ReviewedRows.Id(3), new ReviewChoice(ReviewDecision.Reject) { Reason = "dull" });
        run.Decide(ReviewedRows.Id(4), new ReviewChoice(ReviewDecision.Skip));
        run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Flag));

        var overview = run.Overview();

        Assert.Equal(new ReviewCounts(1, 1, 1, 1, 2, 0, 1), overview.Reviews);
        Assert.Equal([("qa", 5L), ("talk", 1L)], overview.ByStrategy.Select(p => (p.Key, p.Value)));
        Assert.Equal([("lua", 1L), ("python", 5L)], overview.ByLanguage.Select(p => (p.Key, p.Value)));
        Assert.Equal([("odd", 2L), ("size", 1L)], overview.RejectsByReason.Select(p => (p.Key, p.Value)));
        Assert.Equal((6L, true), (overview.Rows, overview.Run.Reviewed));
    }

    [Theory]
    [InlineData("data/qa/train-00000-of-00001.jsonl")]
    [InlineData("data/qa/train-00000-of-00001.jsonl.gz")]
    public void Pages_go_through_all_rows_once_though_decisions_are_made_between_them(string file)
    {
        _folder.Public().Lines(file, Enumerable.Range(1, 25).Select(i => ReviewedRows.Line(i)));
        var run = _folder.Open();
        var query = new RowQuery { Verdict = RowVerdict.Undecided, Limit = 10 };
        var seen = new List<string>();
        var totals = new List<long?>();
        RowPage page;
        do
        {
            page = run.Rows(query);
            totals.Add(page.Total);
            seen.AddRange(page.Rows.Select(r => r.Id));
            foreach (var row in page.Rows)
            {
                run.Decide(row.Id, new ReviewChoice(ReviewDecision.Accept) { Digest = row.Digest });
            }

            query = query with { Cursor = page.Next };
        }
        while (page.Next is not null);

        Assert.Equal(Enumerable.Range(1, 25).Select(ReviewedRows.Id), seen);
        Assert.Equal([25L, 15L, 5L], totals);
        Assert.Equal(25, run.Counts().Accepted);
    }

    [Fact]
    public void Rows_are_found_by_strategy_language_decision_mark_and_text()
    {
        _folder.Public()
            .Rows("qa", ReviewedRows.Line(1), ReviewedRows.Line(2, answer: "forty TWO"), ReviewedRows.Line(3, language: "lua"))
            .Rows("talk", ReviewedRows.Line(4, strategy: "talk", answer: "two"), ReviewedRows.Line(5, strategy: "talk", path: "deep/two.py"));
        var run = _folder.Open();
        run.Decide(ReviewedRows.Id(2), new ReviewChoice(ReviewDecision.Accept));
        run.Decide(ReviewedRows.Id(3), new ReviewChoice(ReviewDecision.Flag));

        int[] Find(RowQuery query) => [.. run.Rows(query).Rows.Select(r => Convert.ToInt32(r.Id, 16))];

        Assert.Equal([1, 2, 3, 4, 5], Find(new RowQuery()));
        Assert.Equal([4, 5], Find(new RowQuery { Strategy = "talk" }));
        Assert.Equal([3], Find(new RowQuery { Language = "lua" }));
        Assert.Equal([2], Find(new RowQuery { Verdict = RowVerdict.Accepted }));
        Assert.Equal([3], Find(new RowQuery { Flagged = true }));
        Assert.Equal([], Find(new RowQuery { Stale = true }));
        Assert.Equal([2, 4, 5], Find(new RowQuery { Text = "two" }));
        Assert.Equal([4, 5], Find(new RowQuery { Text = "two", Verdict = RowVerdict.Undecided }));
        var first = run.Rows(new RowQuery { Text = "two", Limit = 1 });
        Assert.Equal((1, null), (first.Rows.Length, first.Total));
        Assert.Equal([4], Find(new RowQuery { Text = "two", Limit = 1, Cursor = first.Next }));
        var end = run.Rows(new RowQuery { Text = "two", Limit = 3 });
        Assert.Null(end.Next);
    }

    [Fact]
    public void A_row_is_shown_whole_with_what_was_decided()
    {
        _folder.Public().Rows("qa", ReviewedRows.Line(1, rendering: "compact"), ReviewedRows.Line(0x2f0));
        var run = _folder.Open();
        run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Skip) { Author = "ada" });
        run.Decide(ReviewedRows.Id(1), Edit("5"));

        var row = run.Row(ReviewedRows.Id(1));

        Assert.Equal(("4", "5"), (row.Messages[1].Content, row.Edited[1].Content));
        Assert.Equal(("compact", "4", null), (row.Rendering, row.Trace, row.Code));
        Assert.Equal([new RowCheck("execution", "verified", "digest")], row.Verification.AsEnumerable());
        Assert.Equal((0.5, "run-1", "a/sum.py"), (row.Scores["difficulty"], row.Provenance.GetProperty("run").GetString(), row.Summary.Source));
        Assert.Equal([(1L, ReviewDecision.Skip, "ada"), (2L, ReviewDecision.Edit, null)], row.History.Select(d => (d.Sequence, d.Decision, d.Author)));
        Assert.StartsWith("What does program 1 print? ```python", row.Summary.Question, StringComparison.Ordinal);
        Assert.Equal("ambiguous-row", Code(() => run.Row("00000000")));
        Assert.Equal("unknown-row", Code(() => run.Row("f")));
        Assert.Equal("unknown-row", Code(() => run.Row("no hex")));
    }

    [Fact]
    public void A_row_that_became_another_is_undecided_again_and_the_old_decision_is_named()
    {
        _folder.Public().Rows("qa", ReviewedRows.Line(1), ReviewedRows.Line(2));
        var run = _folder.Open();
        var seen = run.Rows(new RowQuery { Limit = 1 });
        run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Accept));
        run.Decide(ReviewedRows.Id(2), new ReviewChoice(ReviewDecision.Accept));

        _folder.Rows("qa", ReviewedRows.Line(1, answer: "five"), ReviewedRows.Line(2, run: "run-2"));

        Assert.Equal(new ReviewCounts(1, 0, 0, 0, 1, 1, 0), run.Counts());
        var stale = Assert.Single(run.Rows(new RowQuery { Stale = true }).Rows);
        Assert.Equal((ReviewedRows.Id(1), ReviewDecision.Accept, 1L), (stale.Id, stale.Review.Stale!.Decision, stale.Review.Stale.Sequence));
        Assert.Equal("row-changed", Code(() => run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Accept) { Digest = seen.Rows[0].Digest })));
        Assert.Equal("cursor-old", Code(() => run.Rows(new RowQuery { Cursor = seen.Next })));
    }

    [Fact]
    public void The_same_row_of_two_equal_files_is_decided_about_once()
    {
        _folder.Public().Rows("qa", ReviewedRows.Line(1), ReviewedRows.Line(1, path: "copy/sum.py"), ReviewedRows.Line(2));
        var run = _folder.Open();

        run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Accept));

        Assert.Equal(["a/sum.py", "copy/sum.py"], run.Rows(new RowQuery { Verdict = RowVerdict.Accepted }).Rows.Select(r => r.Source));
    }

    [Fact]
    public void A_choice_that_is_not_complete_is_refused_and_writes_nothing()
    {
        _folder.Public().Rows("qa", ReviewedRows.Line(1));
        var run = _folder.Open();
        var made = run.Row(ReviewedRows.Id(1)).Messages;

        Assert.Equal("reason-missing", Code(() => run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Reject) { Reason = " " })));
        Assert.Equal("edit-malformed", Code(() => run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Edit))));
        Assert.Equal("edit-malformed", Code(() => run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Edit) { Messages = [made[1]] })));
        Assert.Equal("edit-empty", Code(() => run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Edit) { Messages = made })));
        Assert.False(File.Exists(Path.Combine(_folder.Run, "reviews.jsonl")));
    }

    [Fact]
    public void Rejects_are_paged_by_reason_and_stage()
    {
        _folder.Public().Lines(
            "rejects/rejects-00000-of-00001.jsonl",
            Enumerable.Range(1, 7).Select(i => ReviewedRows.Reject(i, i % 2 == 0 ? "even" : "odd", i > 5 ? null : "qa")));
        var run = _folder.Open();

        var first = run.Rejects(new RejectQuery { Reason = "odd", Limit = 3 });
        var second = run.Rejects(new RejectQuery { Reason = "odd", Limit = 3, Cursor = first.Next });

        Assert.Equal(["b1.py", "b3.py", "b5.py", "b7.py"], first.Rejects.Concat(second.Rejects).Select(r => r.Input));
        Assert.Equal((4L, null), (first.Total, second.Next));
        Assert.Equal(["b6.py", "b7.py"], run.Rejects(new RejectQuery { Stage = "size" }).Rejects.Select(r => r.Input));
        Assert.Equal(5, run.Rejects(new RejectQuery { Strategy = "qa" }).Total);
    }

    private static ReviewChoice Edit(string answer) => new(ReviewDecision.Edit) { Messages = [new Message("user", "How much?"), new Message("assistant", answer)] };

    private static string Code(Action action) => Assert.Throws<ProblemException>(action).Problem.Code;
}
