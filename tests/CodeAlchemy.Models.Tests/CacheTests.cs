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
    public async Task A_torn_entry_is_a_miss_and_the_one_before_it_is_not(int length)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        await AskAndClose(server, "one");
        var file = Segments().Single();
        var whole = new FileInfo(file).Length;
        await AskAndClose(server, "one", "two");
        var second = Segments().Single(path => path != file);
        await Change(second, bytes => bytes[..length]);

        using var models = Open(server);
        Assert.True((await models.Ask("one")).Succeeded);
        Assert.True((await models.Ask("two")).Succeeded);
        Assert.Equal((1, 3), (models.Usage.Cached, server.Counts.Requests));
        Assert.Equal(whole, new FileInfo(file).Length);
    }

    [Fact]
    public async Task A_changed_byte_is_a_miss()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        await AskAndClose(server, "q");
        await Change(Segments().Single(), bytes =>
        {
            bytes[45] ^= 1;
            return bytes;
        });

        await AskAndClose(server, "q");
        Assert.Equal(2, server.Counts.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cache_of_many_replies_finds_each_with_its_index_and_without(bool spoilIndex)
    {
        await using var server = DummyServer.Start();
        using (var models = Open(server))
        {
            await models.AskAll(300, 16);
        }

        using (var models = Open(server))
        {
            await models.AskAll(500, 16);
            Assert.Equal(300, models.Usage.Cached);
        }

        foreach (var index in Directory.GetFiles(_folder.Path, "*.index").Where(_ => spoilIndex))
        {
            await Change(index, bytes => bytes[..(bytes.Length / 2)]);
        }

        using (var models = Open(server))
        {
            await models.AskAll(500, 16);
            Assert.Equal((500, 0), (models.Usage.Cached, models.Usage.Sent));
        }
    }

    [Fact]
    public async Task Two_open_caches_of_a_folder_do_not_disturb_each_other()
    {
        await using var server = DummyServer.Start();
        using (var one = Open(server))
        using (var two = Open(server))
        {
            await Task.WhenAll(one.AskAll(50, 4, "one"), two.AskAll(50, 4, "two"));
        }

        using var both = Open(server);
        await both.AskAll(50, 4, "one");
        await both.AskAll(50, 4, "two");
        Assert.Equal(100, both.Usage.Cached);
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

    private async Task AskAndClose(DummyServer server, params string[] questions)
    {
        using var models = Open(server);
        foreach (var question in questions)
        {
            await models.Ask(question);
        }
    }

    private string[] Segments() => Directory.GetFiles(_folder.Path, "*.replies");

    private static async Task Change(string file, Func<byte[], byte[]> change) =>
        await File.WriteAllBytesAsync(file, change(await File.ReadAllBytesAsync(file, Kit.Cancellation)), Kit.Cancellation);

    private ChatModels Open(DummyServer server) => ChatModels.Open(Kit.Options(Kit.Endpoint(server)) with { CacheFolder = _folder.Path });
}
