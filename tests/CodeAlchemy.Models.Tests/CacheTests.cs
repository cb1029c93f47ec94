using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.DummyEndpoint;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Tests;

public sealed class CacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_reply_is_asked_for_once_whoever_opens_the_cache()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Reasoning = "why", Logprobs = true }));
        ChatReply first, second;
        using (var models = Open(server))
        {
            first = (await models.Ask("q")).Reply!;
        }

        using (var models = Open(server))
        {
            second = (await models.Ask("q")).Reply!;
            Assert.Equal((1, 0), (models.Usage.Cached, models.Usage.Sent));
        }

        Assert.Equal((first.Content, first.Reasoning, first.Usage, first.Model, first.Endpoint), (second.Content, second.Reasoning, second.Usage, second.Model, second.Endpoint));
        Assert.Equal(first.Logprobs.Select(token => token.ToString()[..20]), second.Logprobs.Select(token => token.ToString()[..20]));
        Assert.Equal(1, server.Counts.Requests);
    }

    [Fact]
    public async Task Another_parameter_sample_or_model_is_another_request()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        using var models = Open(server);
        using var other = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Model = "dummy-2" }) with { CacheFolder = _folder.Path });
        ChatRequest request = Kit.Request("q");

        foreach (var different in new[] { request, request with { Temperature = 1 }, request with { Index = 1 }, request with { MaxTokens = 5 }, request with { Stop = ["x"] } })
        {
            await models.Ask(different);
        }

        await other.Ask(request);
        Assert.Equal(6, server.Counts.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task A_torn_entry_is_a_miss_and_is_replaced(int length)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        using var models = Open(server);
        await models.Ask("q");
        var file = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, Kit.Cancellation))[..length], Kit.Cancellation);

        Assert.True((await models.Ask("q")).Succeeded);
        Assert.True((await models.Ask("q")).Succeeded);
        Assert.Equal(2, server.Counts.Requests);
    }

    [Fact]
    public async Task A_changed_byte_is_a_miss()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        using var models = Open(server);
        var content = (await models.Ask("q")).Reply!.Content;
        var file = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file, Kit.Cancellation);
        bytes[25] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Kit.Cancellation);

        Assert.Equal(content, (await models.Ask("q")).Reply!.Content);
        Assert.Equal(2, server.Counts.Requests);
    }

    [Fact]
    public async Task A_failure_is_not_cached()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.Refusal }) { FirstTimes = 1 });
        using var models = Open(server);

        Assert.False((await models.Ask("q")).Succeeded);
        Assert.True((await models.Ask("q")).Succeeded);
    }

    [Fact]
    public async Task A_cache_that_can_not_be_written_costs_no_reply_and_is_told_once()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        var lines = new List<string>();
        var blocked = _folder.File("file");
        await File.WriteAllTextAsync(blocked, "not a folder", Kit.Cancellation);
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server)) with { CacheFolder = Path.Combine(blocked, "cache"), Log = (_, line) => lines.Add(line) });

        Assert.True((await models.Ask("q1")).Succeeded);
        Assert.True((await models.Ask("q2")).Succeeded);
        Assert.Contains("cache", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_requests_at_the_same_time_are_sent_once()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { DelayMs = 200 }));
        using var models = Kit.Open(server);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => models.Ask("q").AsTask()));

        Assert.Single(outcomes.Select(outcome => outcome.Reply!.Content).Distinct());
        Assert.Equal((1, 9), (server.Counts.Requests, models.Usage.Shared));
    }

    [Fact]
    public void The_key_of_a_request_never_changes_between_versions() =>
        Assert.Equal("f7054b493f436271bec08934d3324324", RequestKey.Of(Kit.Request("q") with { MaxTokens = 5, Temperature = 0.5 }).For("m").ToString());

    public void Dispose() => _folder.Dispose();

    private ChatModels Open(DummyServer server) => ChatModels.Open(Kit.Options(Kit.Endpoint(server)) with { CacheFolder = _folder.Path });
}
