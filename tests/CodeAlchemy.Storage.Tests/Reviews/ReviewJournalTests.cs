using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Storage.Tests.Reviews;

public sealed class ReviewJournalTests : IDisposable
{
    private static readonly RowKey First = new("qa", 1, 100);
    private static readonly RowKey Second = new("qa", 2, 200);
    private readonly TemporaryFolder _disk = new();
    private readonly FixedClock _clock = new();

    private string File => Path.Combine(_disk.Path, "reviews.jsonl");

    private string Torn => File + ".torn";

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void A_decision_is_one_line_that_says_all_of_it()
    {
        var journal = Open();
        Accept(journal, First);
        journal.Decide(Second, ReviewDecision.Reject, "asks \"twice\"", default, "ada");

        Assert.Equal(
            """
            {"schema":"codealchemy.review/1","sequence":1,"time":"2026-01-31T12:00:00.000Z","decision":"accept","strategy":"qa","row":"00000000000000000000000000000001","digest":"00000000000000000000000000000064"}
            {"schema":"codealchemy.review/1","sequence":2,"time":"2026-01-31T12:00:00.000Z","decision":"reject","strategy":"qa","row":"00000000000000000000000000000002","digest":"000000000000000000000000000000c8","reason":"asks \"twice\"","author":"ada"}

            """,
            System.IO.File.ReadAllText(File));
        Assert.Empty(journal.Issues);
    }

    [Fact]
    public void The_last_verdict_holds_and_a_mark_stands_beside_it()
    {
        var journal = Open();
        Accept(journal, First);
        journal.Decide(First, ReviewDecision.Flag, null, default, null);
        journal.Decide(First, ReviewDecision.Reject, "no", default, null);

        Assert.Equal((RowVerdict.Rejected, true, "no"), (Of(journal, First).Verdict, Of(journal, First).Flagged, Of(journal, First).Decision!.Reason));
        journal.Decide(First, ReviewDecision.Unflag, null, default, null);
        Assert.Equal((RowVerdict.Rejected, false), (Of(journal, First).Verdict, Of(journal, First).Flagged));
        Assert.Equal(RowReview.None, Of(journal, Second));
    }

    [Fact]
    public void Undo_and_redo_go_back_to_the_beginning_and_forth_to_the_end()
    {
        var journal = Open();
        ReviewDecision[] decisions = [ReviewDecision.Accept, ReviewDecision.Skip, ReviewDecision.Flag, ReviewDecision.Accept];
        var states = new List<RowReview>();
        for (var i = 0; i < 40; i++)
        {
            states.Add(Of(journal, First));
            journal.Decide(First, decisions[i % 4], null, default, null);
        }

        var end = Of(journal, First);
        foreach (var state in states.AsEnumerable().Reverse())
        {
            Assert.NotNull(journal.Undo(null));
            Assert.Equal(state, Of(journal, First));
        }

        Assert.Null(journal.Undo(null));
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(i + 1, journal.Redo(null)!.Sequence);
        }

        Assert.Null(journal.Redo(null));
        Assert.Equal(end, Of(journal, First));
        Assert.Equal(end, Of(Open(), First));
        Assert.Equal(120, System.IO.File.ReadLines(File).Count());
    }

    [Fact]
    public void A_new_decision_after_undo_ends_what_could_be_redone_and_the_file_keeps_it()
    {
        var journal = Open();
        Accept(journal, First);
        Accept(journal, Second);
        journal.Undo("ada");
        journal.Decide(First, ReviewDecision.Skip, null, default, null);

        Assert.Null(journal.Redo(null));
        Assert.Equal((RowVerdict.Skipped, RowVerdict.Undecided), (Of(journal, First).Verdict, Of(journal, Second).Verdict));
        Assert.Equal(["accept", "accept", "undo", "skip"], System.IO.File.ReadLines(File).Select(l => l.Split("\"decision\":\"")[1].Split('"')[0]));
        Assert.Contains("\"decision\":\"undo\",\"of\":2,\"author\":\"ada\"}", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_an_older_form_of_a_row_is_named_and_does_not_hold()
    {
        var journal = Open();
        Accept(journal, First);
        var now = First with { Digest = 101 };

        Assert.Equal((RowVerdict.Undecided, 1L), (Of(journal, now).Verdict, Of(journal, now).Stale!.Sequence));
        journal.Decide(now, ReviewDecision.Reject, "worse", default, null);
        Assert.Equal((RowVerdict.Rejected, null), (Of(journal, now).Verdict, Of(journal, now).Stale));
        Assert.Equal(RowVerdict.Accepted, Of(journal, First).Verdict);
    }

    [Fact]
    public void Messages_of_an_edit_come_back_and_stay_on_disk_meanwhile()
    {
        var journal = Open();
        Message[] messages = [new("user", "Wie viel?\n\"ä\""), new("assistant", "5 \ud83d\ude00", "2 + 3")];
        var edit = journal.Decide(First, ReviewDecision.Edit, "wording", [.. messages], null);

        Assert.Equal(messages, journal.MessagesOf(edit));
        Assert.Equal(messages, Open().MessagesOf(Of(Open(), First).Decision!));
        Assert.True(Of(journal, First).Decision!.Messages.IsDefault);
    }

    [Fact]
    public void A_line_torn_at_any_byte_is_told_kept_aside_and_stops_nothing()
    {
        var journal = Open();
        Accept(journal, First);
        var whole = new FileInfo(File).Length;
        journal.Decide(Second, ReviewDecision.Reject, "größer", default, null);
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var length = whole + 1; length < bytes.Length - 1; length++)
        {
            System.IO.File.Delete(Torn);
            System.IO.File.WriteAllBytes(File, bytes[..(int)length]);
            var after = Open();

            Assert.Equal(RowVerdict.Accepted, Of(after, First).Verdict);
            Assert.Equal(("review-torn", 2L), after.Issues.Select(i => (i.Code, i.Line)).Single());
            Assert.Equal(length, new FileInfo(File).Length);
            Assert.Equal(2, after.Decide(Second, ReviewDecision.Skip, null, default, null).Sequence);
            Assert.Equal("review-torn", after.Issues.Single().Code);
            Assert.Equal([.. bytes[(int)whole..(int)length], (byte)'\n'], System.IO.File.ReadAllBytes(Torn));
            Assert.Empty(Fresh().Issues);
            Assert.Equal(RowVerdict.Skipped, Of(Fresh(), Second).Verdict);
        }
    }

    [Fact]
    public void A_whole_decision_that_lacks_only_its_line_end_counts_with_the_next()
    {
        var journal = Open();
        Accept(journal, First);
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..^1]);
        var after = Open();
        Accept(after, Second);

        Assert.Equal((RowVerdict.Accepted, RowVerdict.Accepted), (Of(after, First).Verdict, Of(after, Second).Verdict));
        Assert.False(System.IO.File.Exists(Torn));
    }

    [Theory]
    [InlineData("nonsense", "review-malformed")]
    [InlineData("{}", "review-malformed")]
    [InlineData("""{"schema":"codealchemy.review/1","sequence":2,"time":"2026-01-31T12:00:00.000Z","decision":"adopt","strategy":"qa","row":"00000000000000000000000000000001","digest":"00000000000000000000000000000064"}""", "review-malformed")]
    [InlineData("""{"schema":"codealchemy.review/1","sequence":2,"time":"2026-01-31T12:00:00.000Z","decision":"skip","strategy":"qa","row":"1","digest":"00000000000000000000000000000064"}""", "review-malformed")]
    [InlineData("""{"schema":"codealchemy.review/1","sequence":2,"time":"2026-01-31T12:00:00.000Z","decision":"skip","strategy":"qa","row":"00000000000000000000000000000001","digest":"00000000000000000000000000000064","mood":"good"}""", "review-malformed")]
    [InlineData("""{"schema":"codealchemy.review/1","sequence":2,"time":"2026-01-31T12:00:00.000Z","decision":"edit","strategy":"qa","row":"00000000000000000000000000000001","digest":"00000000000000000000000000000064","messages":[{"role":"user","content":"?"}]}""", "review-malformed")]
    [InlineData("""{"schema":"codealchemy.review/1","sequence":1,"time":"2026-01-31T12:00:00.000Z","decision":"skip","strategy":"qa","row":"00000000000000000000000000000001","digest":"00000000000000000000000000000064"}""", "review-out-of-place")]
    [InlineData("""{"schema":"codealchemy.review/1","sequence":2,"time":"2026-01-31T12:00:00.000Z","decision":"undo","of":7}""", "review-out-of-place")]
    [InlineData("""{"schema":"codealchemy.review/1","sequence":2,"time":"2026-01-31T12:00:00.000Z","decision":"redo","of":1}""", "review-out-of-place")]
    public void A_line_that_is_no_decision_is_told_with_its_number_and_the_others_count(string line, string code)
    {
        Accept(Open(), First);
        System.IO.File.AppendAllText(File, line + "\n");
        var journal = Open();
        Accept(journal, Second);

        Assert.Equal((code, 2L), journal.Issues.Select(i => (i.Code, i.Line)).Single());
        Assert.Equal((RowVerdict.Accepted, RowVerdict.Accepted), (Of(journal, First).Verdict, Of(journal, Second).Verdict));
    }

    [Fact]
    public void A_journal_of_a_newer_version_is_refused_and_not_written_to()
    {
        Accept(Open(), First);
        System.IO.File.AppendAllText(File, "{\"schema\":\"codealchemy.review/2\"}\n");
        var before = System.IO.File.ReadAllBytes(File);

        Assert.Equal(("reviews-newer", ExitCode.Configuration), Problem(() => Of(Open(), First)));
        Assert.Equal("reviews-newer", Problem(() => Accept(Open(), First)).Code);
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Two_that_have_it_open_see_each_others_decisions()
    {
        var (one, other) = (Open(), Open());
        Accept(one, First);
        Assert.Equal(RowVerdict.Accepted, Of(other, First).Verdict);
        Assert.Equal(1, other.Undo(null)!.Sequence);
        Assert.Equal(RowVerdict.Undecided, Of(one, First).Verdict);
        System.IO.File.Delete(File);
        Assert.Null(one.Redo(null));
    }

    [Fact]
    public async Task Many_that_append_at_once_lose_nothing_and_number_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            var journal = Open();
            for (var i = 0; i < 50; i++)
            {
                journal.Decide(new RowKey("qa", (UInt128)((writer * 50) + i), 1), ReviewDecision.Accept, new string('x', i * 40), default, $"w{writer}");
            }
        })));

        var end = Open();
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), end.Read(fold => fold.Done.Select(r => r.Sequence).ToList()));
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(RowVerdict.Accepted, Of(end, new RowKey("qa", (UInt128)i, 1)).Verdict));
        Assert.Empty(end.Issues);
    }

    private static RowReview Of(ReviewJournal journal, RowKey row) => journal.Read(fold => fold.Of(row));

    private static void Accept(ReviewJournal journal, RowKey row) => journal.Decide(row, ReviewDecision.Accept, null, default, null);

    private static (string Code, ExitCode Exit) Problem(Action action)
    {
        var problem = Assert.Throws<ProblemException>(action).Problem;
        return (problem.Code, problem.Exit);
    }

    private ReviewJournal Open() => new(_disk.Path, _clock);

    private ReviewJournal Fresh()
    {
        var journal = Open();
        Of(journal, First);
        return journal;
    }
}
