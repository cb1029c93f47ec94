using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

public sealed class EndpointChoiceTests
{
    [Fact]
    public async Task Requests_are_shared_out_by_weight_and_in_any_order_alike()
    {
        await using var one = DummyServer.Start();
        await using var three = DummyServer.Start();
        var options = Kit.Options(Kit.Endpoint(one), Kit.Endpoint(three) with { Weight = 3 });
        using var models = ChatModels.Open(options);
        using var reversed = ChatModels.Open(Kit.Options([.. options.Models[0].Endpoints.Reverse()]));

        var outcomes = await models.AskAll(400, 16);
        Assert.InRange(one.Counts.Requests, 60, 140);
        for (var index = 399; index >= 380; index--)
        {
            Assert.Equal(outcomes[index].Reply!.Endpoint, (await reversed.Ask($"question {index}")).Reply!.Endpoint);
        }
    }

    [Fact]
    public async Task An_endpoint_that_is_down_is_stood_in_for_and_then_skipped()
    {
        await using var down = DummyServer.Start(new Rule(Behaviour.Error(500, "down")));
        await using var up = DummyServer.Start();
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(down), Kit.Endpoint(up)));

        for (var index = 0; index < 40; index++)
        {
            Assert.Equal(up.Url.GetLeftPart(UriPartial.Authority), (await models.Ask($"q{index}")).Reply!.Endpoint);
        }

        // Three requests with three attempts each, and then nothing.
        Assert.Equal(9, down.Counts.Requests);
    }

    [Fact]
    public async Task An_endpoint_that_comes_back_is_asked_again_by_one_request_first()
    {
        await using var server = DummyServer.Start(new Rule(Behaviour.Error(500, "down")));
        var clock = new StoppedClock();
        var endpoint = Kit.Endpoint(server);
        using var models = ChatModels.Open(Kit.Options(endpoint with { Retry = endpoint.Retry with { Attempts = 1 } }) with { Time = clock });
        for (var index = 0; index < 4; index++)
        {
            Assert.False((await models.Ask($"q{index}")).Succeeded);
        }

        Assert.Equal(3, server.Counts.Requests);
        server.Script = new Script();
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.True((await models.Ask("again")).Succeeded);
        Assert.True((await models.Ask("and again")).Succeeded);
    }
}
