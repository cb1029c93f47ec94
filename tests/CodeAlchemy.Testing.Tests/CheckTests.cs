using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing.Tests;

/// <summary>A check passes a sound strategy and fails each faulty one, with a message that says what is wrong.</summary>
public sealed class CheckTests
{
    private static readonly TestWorkbench One = Bench("print(1)\n", "one.py");

    private static readonly TestWorkbench Two = Bench("print(2)\n", "two.py");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_strategy_passes_every_check()
    {
        await DeterminismCheck.Run(Strategies.Output, [One, Two], Token);
        await DeterminismCheck.Run(Strategies.Output, One, Token);
        await CancellationCheck.Run(Strategies.Output, One);

        Assert.Empty(One.Seen.Ran);
    }

    [Fact]
    public async Task State_between_files_is_found()
    {
        var failed = await Assert.ThrowsAsync<CheckFailedException>(() => DeterminismCheck.Run(Strategies.Counting(), [One, Two], Token));

        Assert.Contains("'two.py' gives another outcome 1 the second time", failed.Message, StringComparison.Ordinal);
        Assert.Contains("row 2", failed.Message, StringComparison.Ordinal);
        Assert.Contains("row 3", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Randomness_of_its_own_is_found() =>
        await Assert.ThrowsAsync<CheckFailedException>(() => DeterminismCheck.Run(Strategies.Random, One, Token));

    [Fact]
    public async Task A_strategy_that_does_not_look_at_the_token_is_found()
    {
        var failed = await Assert.ThrowsAsync<CheckFailedException>(() => CancellationCheck.Run(Strategies.Deaf, One));

        Assert.Contains("stopped before it began and gave an outcome", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strategy_that_makes_a_reject_of_being_stopped_is_found()
    {
        var failed = await Assert.ThrowsAsync<CheckFailedException>(() => CancellationCheck.Run(Strategies.Swallowing, One));

        Assert.Contains("during call 1 of the workbench (Cases) and gave an outcome: {\"reject\":\"mine.fault\"", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_would_refuse_fails_when_it_is_collected()
    {
        var silent = await Assert.ThrowsAsync<CheckFailedException>(() => Of(new Sample { Task = "output", Messages = [] }));
        Assert.Contains("A row of the task 'output' and the case '' has no messages.", silent.Message, StringComparison.Ordinal);
        var twice = await Assert.ThrowsAsync<CheckFailedException>(() => Of(Strategies.Row("a"), Strategies.Row("b")));
        Assert.Contains("have the index 0; count it up", twice.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CheckFailedException>(() => Of([null!]));
        Assert.Equal(2, (await Of(Strategies.Row("a"), Strategies.Row("b", index: 1))).Count);
    }

    [Fact]
    public async Task The_only_row_or_reject_is_had_or_all_outcomes_are_told()
    {
        var reject = new Reject { Task = "lines", Reason = "mine.long", Detail = "Too long.", Evidence = "at 10:31" };

        Assert.Equal("a", (await Of(Strategies.Row("a"))).OnlySample().Messages[0].Content);
        Assert.Same(reject, (await Of(reject)).OnlyReject("mine.long"));
        var both = await Of(Strategies.Row("a"), reject);
        Assert.Same(reject, both.OfTask("lines").OnlyReject("mine.long"));
        Assert.EndsWith("There are 2 outcomes:\n" + both.ToText(), Assert.Throws<CheckFailedException>(both.OnlySample).Message, StringComparison.Ordinal);
        Assert.Throws<CheckFailedException>(() => both.OfTask("lines").OnlyReject("mine.short"));
        Assert.Throws<CheckFailedException>(() => both.OfTask("output").OnlyReject("mine.long"));
        Assert.DoesNotContain("10:31", both.ToText(), StringComparison.Ordinal);
    }

    private static TestWorkbench Bench(string text, string path) => TestWorkbench.For("python", text, path).WithPlainPrompts().WithRun("default", stdout: text);

    private static Task<Outcomes> Of(params Outcome[] outcomes) =>
        Outcomes.Of(new DelegateStrategy((_, _, _) => outcomes.ToAsyncEnumerable()), One.Fresh(), Token);
}
