using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

public sealed class BadEndpointTests
{
    [Theory]
    [InlineData(BehaviourKind.Html, RejectReasons.MalformedReply, "HTML page")]
    [InlineData(BehaviourKind.TruncatedJson, RejectReasons.MalformedReply, "broken")]
    [InlineData(BehaviourKind.EmptyChoices, RejectReasons.MalformedReply, "'choices' are empty")]
    [InlineData(BehaviourKind.TooShortLength, RejectReasons.MalformedReply, "broken")]
    [InlineData(BehaviourKind.TooLongLength, RejectReasons.ModelUnavailable, "ended")]
    [InlineData(BehaviourKind.Reset, RejectReasons.ModelUnavailable, "127.0.0.1")]
    [InlineData(BehaviourKind.ResetMidway, RejectReasons.ModelUnavailable, "127.0.0.1")]
    public async Task What_is_no_reply_is_tried_again_and_then_an_honest_failure(BehaviourKind kind, string reason, string says)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = kind }));
        using var models = Kit.Open(server);

        var failure = (await models.Ask("q")).Failure!;

        Assert.Equal((reason, false), (failure.Reason, failure.IsFinal));
        Assert.Contains(says, failure.Detail, StringComparison.Ordinal);
        Assert.Equal((3, 3), (server.Counts.Requests, models.Usage.Faults));
    }

    [Theory]
    [InlineData(BehaviourKind.Html)]
    [InlineData(BehaviourKind.TruncatedJson)]
    [InlineData(BehaviourKind.EmptyChoices)]
    [InlineData(BehaviourKind.TooShortLength)]
    [InlineData(BehaviourKind.TooLongLength)]
    [InlineData(BehaviourKind.Reset)]
    [InlineData(BehaviourKind.ResetMidway)]
    public async Task A_fault_that_passes_costs_an_attempt_and_no_reply(BehaviourKind kind)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = kind }) { FirstTimes = 2 });
        using var models = Kit.Open(server);

        Assert.StartsWith("reply to", (await models.Ask("q")).Reply!.Content, StringComparison.Ordinal);
        Assert.Equal(3, server.Counts.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_server_error_is_tried_again(int status)
    {
        await using var server = DummyServer.Start(new Rule(Behaviour.Error(status, "sorry")) { FirstTimes = 1 });
        using var models = Kit.Open(server);

        Assert.True((await models.Ask("q")).Succeeded);
        Assert.Equal(2, server.Counts.Requests);
    }

    [Theory]
    [InlineData(400, "this model's maximum context length is 8192 tokens")]
    [InlineData(401, "Incorrect API key provided")]
    [InlineData(404, "The model `gpt-9` does not exist")]
    [InlineData(422, "bad")]
    public async Task What_the_server_refuses_fails_at_once_with_its_words(int status, string message)
    {
        await using var server = DummyServer.Start(new Rule(Behaviour.Error(status, message)));
        using var models = Kit.Open(server);

        var failure = (await models.Ask("q")).Failure!;

        Assert.Equal(RejectReasons.ModelRefused, failure.Reason);
        Assert.Contains($"{status}: {message}", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(1, server.Counts.Requests);
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_not_waited_for()
    {
        await using var server = DummyServer.Start(new Rule(Behaviour.Error(429, "You exceeded your current quota", "insufficient_quota")));
        using var models = Kit.Open(server);

        Assert.Equal(RejectReasons.ModelRefused, (await models.Ask("q")).Failure!.Reason);
        Assert.Equal(1, server.Counts.Requests);
    }

    [Fact]
    public async Task An_error_with_the_status_of_success_is_an_error()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.Body, Body = """{"error":{"message":"upstream is busy"}}""" }));
        using var models = Kit.Open(server);

        Assert.Contains("upstream is busy", (await models.Ask("q")).Failure!.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"half \\ud83d\"}}]}")]
    [InlineData("{\"choices\":[1]}")]
    [InlineData("{\"choices\":\"none\"}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_strange_body_is_malformed_and_never_an_exception(string body)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.Body, Body = body }));
        using var models = Kit.Open(server);

        var failure = (await models.Ask("q")).Failure!;

        Assert.Equal((RejectReasons.MalformedReply, body), (failure.Reason, failure.Raw));
    }

    [Fact]
    public async Task A_refusal_is_final_and_kept_in_the_models_words()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.Refusal }));
        using var models = Kit.Open(server);

        var failure = (await models.Ask("q")).Failure!;

        Assert.Equal((RejectReasons.ModelRefusal, true, "I can't help with that."), (failure.Reason, failure.IsFinal, failure.Raw));
        Assert.Equal(1, server.Counts.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task An_empty_reply_is_a_failure(string content)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = content }));
        using var models = Kit.Open(server);

        Assert.Equal(RejectReasons.EmptyReply, (await models.Ask("q")).Failure!.Reason);
    }

    [Theory]
    [InlineData(BehaviourKind.Huge)]
    [InlineData(BehaviourKind.Endless)]
    public async Task A_reply_beyond_the_limit_is_cut_off(BehaviourKind kind)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = kind }) { Contains = "big" });
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { MaxReplyBytes = 1 << 20, Streaming = kind == BehaviourKind.Endless }));

        var failure = (await models.Ask("big")).Failure!;

        Assert.Equal(RejectReasons.ReplyTooLarge, failure.Reason);
        Assert.Equal(1, server.Counts.Requests);
        Assert.True((await models.Ask("small")).Succeeded);
    }

    [Fact]
    public async Task A_reply_of_ten_megabytes_is_read_when_it_is_allowed()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.Huge }));
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { MaxReplyBytes = 20_000_000 }));

        Assert.Equal(10_000_000, (await models.Ask("q")).Reply!.Content.Length);
    }

    [Fact]
    public async Task A_stream_that_ends_early_is_a_fault_and_its_half_is_not_taken_for_the_whole()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.HalfStream }) { FirstTimes = 1 });
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Streaming = true }));

        Assert.StartsWith("reply to", (await models.Ask("q")).Reply!.Content, StringComparison.Ordinal);
        Assert.Equal((2, 1), (server.Counts.Requests, models.Usage.Faults));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_given_up()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { DelayMs = 60_000 }));
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Timeout = TimeSpan.FromMilliseconds(100) }));

        var failure = (await models.Ask("q")).Failure!;

        Assert.Equal(RejectReasons.ModelUnavailable, failure.Reason);
        Assert.Contains("no whole reply within 0.1 s", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_stalls_is_given_up_long_before_the_whole_time_is_over()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.Stall }) { FirstTimes = 1 });
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Timeout = TimeSpan.FromMinutes(10), IdleTimeout = TimeSpan.FromMilliseconds(100) }));

        Assert.True((await models.Ask("q")).Succeeded);
        Assert.Equal((2, 1), (server.Counts.Requests, models.Usage.Faults));
    }

    [Fact]
    public async Task An_endpoint_that_is_down_is_named_and_after_a_while_no_longer_asked()
    {
        var endpoint = Kit.Endpoint(FreeAddress());
        using var models = ChatModels.Open(Kit.Options(endpoint));

        for (var request = 0; request < 3; request++)
        {
            var failure = (await models.Ask($"q{request}")).Failure!;
            Assert.Equal((RejectReasons.ModelUnavailable, false), (failure.Reason, failure.IsFinal));
            Assert.Contains(endpoint.Origin, failure.Detail, StringComparison.Ordinal);
        }

        var sent = models.Usage.Sent;
        Assert.Contains("not asked", (await models.Ask("q3")).Failure!.Detail, StringComparison.Ordinal);
        Assert.Equal(sent, models.Usage.Sent);
    }

    [Fact]
    public async Task A_cancelled_request_is_cancelled_and_nothing_else()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { DelayMs = 60_000 }));
        using var models = Kit.Open(server);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await models.Complete(Kit.Request("q"), source.Token));
    }

    [Fact]
    public async Task A_storm_of_faults_loses_no_request()
    {
        await using var server = DummyServer.Start(
            new Rule(Behaviour.Error(429, "slow down")) { Share = 0.2, Seed = 1 },
            new Rule(new Behaviour { Kind = BehaviourKind.Reset }) { Share = 0.05, Seed = 2 });
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Retry = new RetrySettings { Attempts = 10, Shortest = TimeSpan.FromMilliseconds(1), Longest = TimeSpan.FromMilliseconds(20) } }));

        var outcomes = await models.AskAll(500, 32);

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Equal(500, outcomes.Select(outcome => outcome.Reply!.Content).Distinct().Count());
        Assert.Equal((500, 500), (server.Counts.Distinct, server.Counts.Answered));
        Assert.True(server.Counts is { Throttled: > 50, Resets: > 5 });
        Assert.Equal(server.Counts.Throttled, models.Usage.Throttled);
    }

    private static Uri FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/v1");
    }
}
