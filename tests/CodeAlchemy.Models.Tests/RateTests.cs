using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.DummyEndpoint;
using CodeAlchemy.Models.Endpoints;

namespace CodeAlchemy.Models.Tests;

public sealed class RateTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("Retry-After", "0.5", 0.5)]
    [InlineData("Retry-After", "Fri, 02 Jan 2026 03:04:35 GMT", 30.0)]
    [InlineData("Retry-After", "Fri, 02 Jan 2026 03:00:00 GMT", 0.0)]
    [InlineData("retry-after-ms", "250", 0.25)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("Retry-After", "-3", null)]
    public void The_wait_that_a_server_asks_for_is_read(string name, string value, double? seconds) =>
        Assert.Equal(seconds, ResponseHints.Pause(header => header == name ? value : null, Now)?.TotalSeconds);

    [Theory]
    [InlineData("1s", 1.0)]
    [InlineData("6m0s", 360.0)]
    [InlineData("20ms", 0.02)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("12", 12.0)]
    [InlineData("later", null)]
    public void The_reset_of_a_rate_limit_is_read(string text, double? seconds) => Assert.Equal(seconds, ResponseHints.Duration(text)?.TotalSeconds);

    [Fact]
    public void A_rate_limit_holds_back_only_when_nothing_remains()
    {
        var headers = new Dictionary<string, string> { ["x-ratelimit-remaining-requests"] = "3", ["x-ratelimit-reset-requests"] = "9s" };
        Assert.Null(ResponseHints.Pause(headers.GetValueOrDefault, Now));
        headers["x-ratelimit-remaining-requests"] = "0";
        Assert.Equal(9, ResponseHints.Pause(headers.GetValueOrDefault, Now)!.Value.TotalSeconds);
    }

    [Fact]
    public async Task The_gate_grows_with_answers_and_shrinks_once_per_round_of_complaints()
    {
        using var gate = new ConcurrencyGate(64, TimeSpan.FromMinutes(1), TimeProvider.System);
        Assert.Equal(16, gate.Limit);
        for (var answer = 0; answer < 30; answer++)
        {
            gate.Leave(await gate.Enter(Kit.Cancellation), Of(AttemptKind.Answered));
        }

        Assert.Equal(46, gate.Limit);
        var rounds = new[] { await gate.Enter(Kit.Cancellation), await gate.Enter(Kit.Cancellation) };
        foreach (var round in rounds)
        {
            gate.Leave(round, Of(AttemptKind.Throttled));
        }

        Assert.Equal(46 * 0.7, gate.Limit, 9);
    }

    [Fact]
    public async Task The_gate_lets_nobody_pass_while_the_endpoint_wants_peace()
    {
        var clock = new StoppedClock();
        using var gate = new ConcurrencyGate(4, TimeSpan.FromMinutes(1), clock);
        gate.Leave(await gate.Enter(Kit.Cancellation), Of(AttemptKind.Throttled) with { Pause = TimeSpan.FromSeconds(10) });

        var waiting = gate.Enter(Kit.Cancellation);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public async Task A_waiter_that_gives_up_takes_no_place()
    {
        using var gate = new ConcurrencyGate(1, TimeSpan.FromMinutes(1), TimeProvider.System);
        var round = await gate.Enter(Kit.Cancellation);
        using var source = new CancellationTokenSource();
        var waiting = gate.Enter(source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);

        gate.Leave(round, Of(AttemptKind.Answered));
        await gate.Enter(Kit.Cancellation);
    }

    [Fact]
    public async Task A_server_that_takes_eight_at_once_gets_everything_answered_and_is_not_flooded()
    {
        await using var server = DummyServer.Start(new Script { AtOnce = 8, DelayMs = 2 });
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Retry = new RetrySettings { Throttles = 1000, Shortest = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(50) } }));

        var outcomes = await models.AskAll(400, 64);

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(400, server.Counts.Answered);
        Assert.True(server.Counts.Requests < 800, $"{server.Counts.Requests} requests for 400 replies");
    }

    [Fact]
    public async Task A_limit_per_second_with_retry_after_is_kept_to()
    {
        await using var server = DummyServer.Start(new Script { PerSecond = 20 });
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server)));

        var outcomes = await models.AskAll(50, 16);

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.True(server.Counts.Requests < 150, $"{server.Counts.Requests} requests for 50 replies");
    }

    [Fact]
    public async Task No_more_requests_are_in_flight_than_the_endpoint_allows()
    {
        await using var server = DummyServer.Start(new Script { DelayMs = 5 });
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { MaxConcurrency = 5 }));

        await models.AskAll(60, 30);

        Assert.InRange(server.Counts.MostAtOnce, 2, 5);
    }

    private static Attempt Of(AttemptKind kind) => Attempt.Failed(kind, "reason", "detail");
}
