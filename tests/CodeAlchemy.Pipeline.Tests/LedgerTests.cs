using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class LedgerTests
{
    private static Ledger Sound { get; } = new()
    {
        Inputs = 10,
        Kept = 5,
        Filtered = 2,
        Duplicate = 1,
        Failed = 2,
        Rows = 9,
        Rejects = 6,
        ByStage = [Stage("read", 10, 9, ("unreadable", 1)), Stage("syntax", 9, 6, ("syntax-error", 3)), Stage("a", 6, 4, ("x", 2)), Stage("b", 6, 1, ("x", 3), ("y", 2))],
    };

    public static TheoryData<string, Func<Ledger, Ledger>> Errors => new()
    {
        { "10 inputs, but 11 ended", l => l with { Kept = 6 } },
        { "10 inputs, but 9 ended", l => l with { Filtered = 1 } },
        { "stage 'a': 6 in, 5 out, but reasons for 2", l => l with { ByStage = l.ByStage.SetItem(2, Stage("a", 6, 5, ("x", 2))) } },
        { "stage 'syntax': 8 in, but 9 reached it", l => l with { ByStage = l.ByStage.SetItem(1, Stage("syntax", 8, 6, ("syntax-error", 2))) } },
        { "stage 'b': 4 in, but 6 reached it", l => l with { ByStage = l.ByStage.SetItem(3, Stage("b", 4, 4)) } },
        { "4 inputs ended before the strategies, but only 3", l => l with { Kept = 7, Failed = 0 } },
    };

    [Fact]
    public void A_sound_ledger_balances() => Assert.Empty(LedgerBalance.Imbalances(Sound, 2));

    [Theory]
    [MemberData(nameof(Errors))]
    public void Every_sum_that_is_off_is_told(string message, Func<Ledger, Ledger> change) =>
        Assert.Contains(LedgerBalance.Imbalances(change(Sound), 2), m => m.StartsWith(message, StringComparison.Ordinal));

    [Fact]
    public void A_ledger_reads_back_as_it_was_written()
    {
        var bytes = LedgerJson.Write(Sound);

        Assert.Equal(bytes, LedgerJson.Write(LedgerJson.Read(bytes)));
        Assert.Contains("\"balanced\": true", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"codealchemy.ledger/2\"}")]
    [InlineData("{\"schema\":\"codealchemy.ledger/1\",\"inputs\":\"ten\"}")]
    [InlineData("[")]
    public void What_is_no_ledger_is_told_and_not_guessed(string text) =>
        Assert.ThrowsAny<JsonException>(() => LedgerJson.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void The_share_of_failures_leaves_out_what_was_filtered()
    {
        Assert.Equal(2.0 / 7, Sound.FailedShare);
        Assert.Equal(0, (Sound with { Filtered = 9 }).FailedShare);
    }

    private static StageCount Stage(string name, long into, long left, params (string Reason, long Count)[] reasons) =>
        new(name, into, left, reasons.ToImmutableSortedDictionary(r => r.Reason, r => r.Count, StringComparer.Ordinal));
}
