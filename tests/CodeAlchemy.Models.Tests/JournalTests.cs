using CodeAlchemy.Abstractions;
using CodeAlchemy.Bench.Models;
using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_was_recorded_is_replayed_and_not_asked_again()
    {
        await using var server = DummyServer.Start(
            new Rule(new Behaviour { Kind = BehaviourKind.Refusal }) { Contains = "forbidden" },
            new Rule(Behaviour.Error(500, "down")) { Contains = "flaky", FirstTimes = 3 });
        string[] first, second;
        using (var journal = new StoredJournal(_folder.File("journal")))
        using (var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server)) with { Journal = journal }))
        {
            first = [(await models.Ask("plain")).Reply!.Content, (await models.Ask("forbidden")).Failure!.Reason, (await models.Ask("flaky")).Failure!.Reason];
        }

        Assert.Equal([RejectReasons.ModelRefusal, RejectReasons.ModelUnavailable], first[1..]);
        var before = server.Counts.Requests;
        using (var journal = new StoredJournal(_folder.File("journal")))
        using (var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server)) with { Journal = journal }))
        {
            second = [(await models.Ask("plain")).Reply!.Content, (await models.Ask("forbidden")).Failure!.Reason];
            Assert.Equal(before, server.Counts.Requests);

            // A fault of the network is not recorded: the next run asks again.
            Assert.True((await models.Ask("flaky")).Succeeded);
            Assert.Equal(2, models.Usage.Replayed);
        }

        Assert.Equal(first[..2], second);
    }

    [Fact]
    public async Task A_torn_tail_costs_only_its_own_reply()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        var path = _folder.File("journal");
        using (var journal = new StoredJournal(path))
        using (var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server)) with { Journal = journal }))
        {
            await models.Ask("one");
            await models.Ask("two");
        }

        using (var file = new FileStream(path, FileMode.Open))
        {
            file.SetLength(file.Length - 3);
        }

        using (var journal = new StoredJournal(path))
        using (var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server)) with { Journal = journal }))
        {
            await models.Ask("one");
            await models.Ask("two");
            Assert.Equal((1, 1), (models.Usage.Replayed, models.Usage.Sent));
        }
    }

    [Fact]
    public async Task Roles_keep_their_replies_apart()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour()));
        using var journal = new StoredJournal(_folder.File("journal"));
        var options = Kit.Options(Kit.Endpoint(server));
        using var models = ChatModels.Open(options with { Journal = journal, Models = [options.Models[0], options.Models[0] with { Name = "judge" }] });

        await models.Ask("q");
        await models.Ask(Kit.Request("q") with { Model = "judge" });

        Assert.Equal(2, server.Counts.Requests);
    }

    public void Dispose() => _folder.Dispose();
}
