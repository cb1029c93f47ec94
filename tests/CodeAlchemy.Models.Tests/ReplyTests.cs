using CodeAlchemy.Abstractions;
using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

public sealed class ReplyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_carries_content_reasoning_usage_and_where_it_came_from(bool streaming)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = "The answer is 42 — ünïcode ✓.", Reasoning = "first, think hard" }));
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Streaming = streaming }));

        var reply = (await models.Ask("what?")).Reply!;

        Assert.Equal("The answer is 42 — ünïcode ✓.", reply.Content);
        Assert.Equal("first, think hard", reply.Reasoning);
        Assert.Equal(("stop", "dummy-1", server.Url.GetLeftPart(UriPartial.Authority)), (reply.FinishReason, reply.Model, reply.Endpoint));
        Assert.Equal((7, 4, 2), (reply.Usage!.Completion, reply.Usage.Reasoning, reply.Usage.Cached));
        Assert.Equal(streaming, server.Seen.Single().Body.Contains("\"stream\":true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<think>\nlet me see\n</think>\n\nFour.", "Four.", "let me see")]
    [InlineData("Four. <think>no</think>", "Four. <think>no</think>", null)]
    [InlineData("plain", "plain", null)]
    public async Task A_think_block_at_the_start_is_reasoning(string sent, string content, string? reasoning)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = sent }));
        using var models = Kit.Open(server);

        var reply = (await models.Ask("2 + 2?")).Reply!;

        Assert.Equal((content, reasoning), (reply.Content, reply.Reasoning));
    }

    [Fact]
    public async Task A_think_block_that_never_closes_leaves_no_answer()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = "<think>on and on", Finish = "length" }));
        using var models = Kit.Open(server);

        var failure = (await models.Ask("2 + 2?")).Failure!;

        Assert.Equal((RejectReasons.EmptyReply, "on and on", true), (failure.Reason, failure.Raw, failure.IsFinal));
        Assert.Contains("token limit", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_probabilities_come_with_their_alternatives()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = "yes it is", Logprobs = true }));
        using var models = Kit.Open(server);

        var reply = (await models.Ask(Kit.Request("is it?") with { TopLogprobs = 2 })).Reply!;

        Assert.Equal(["yes", "it", "is"], reply.Logprobs.Select(token => token.Token));
        Assert.Equal([-0.25, -2.5], reply.Logprobs[0].Alternatives.Select(token => token.Logprob));
        Assert.Contains("\"top_logprobs\":2", server.Seen.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_reach_the_server_and_samples_get_seeds_of_their_own()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { MaxTokensField = "max_completion_tokens" }));

        await models.Ask(Kit.Request("q") with { Temperature = 0.5, TopP = 0.25, MaxTokens = 77, Seed = 40, Index = 2, Stop = ["END"] });

        Assert.Contains("\"temperature\":0.5,\"top_p\":0.25,\"max_completion_tokens\":77,\"seed\":42,\"stop\":[\"END\"]", server.Seen.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_without_usage_is_counted_as_such_and_no_number_is_made_up()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Usage = false }));
        using var models = Kit.Open(server);

        Assert.Null((await models.Ask("q")).Reply!.Usage);
        Assert.Equal((1, 0), (models.Usage.Uncounted, models.Usage.CompletionTokens));
    }

    [Fact]
    public async Task An_unknown_model_or_role_is_the_callers_mistake()
    {
        await using var server = DummyServer.Start();
        using var models = Kit.Open(server);

        var unknown = await Assert.ThrowsAsync<ArgumentException>(async () => await models.Ask(Kit.Request("q") with { Model = "judge" }));
        Assert.Contains("there are default", unknown.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(async () => await models.Ask(Kit.Request("q") with { Messages = [new Message("robot", "q")] }));
        Assert.Equal(0, server.Counts.Requests);
    }
}
