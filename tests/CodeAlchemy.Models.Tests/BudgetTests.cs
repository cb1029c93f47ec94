using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Bench.Models;
using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

public sealed class BudgetTests : IDisposable
{
    private static readonly ModelPrice Price = new(Prompt: 2m, Completion: 10m, CachedPrompt: 1m);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Cost_is_the_told_tokens_at_the_price()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { CompletionTokens = 1000 }));
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Price = Price }));

        var usage = (await models.Ask("q")).Reply!.Usage!;

        Assert.Equal((((usage.Prompt - 2) * 2m) + 2m + 10_000m) / 1_000_000m, models.Usage.Cost);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public async Task Tokens_are_never_used_beyond_the_budget_and_nearly_all_of_it_is(int atOnce)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { CompletionTokens = 90 }));
        using var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 20_000)));

        var outcomes = await models.AskAll(500, atOnce);

        var answered = outcomes.Where(outcome => outcome.Succeeded).Sum(outcome => outcome.Reply!.Usage!.Total);
        Assert.InRange(answered, 19_000, 20_000);
        Assert.Equal((answered, true), (models.Usage.ChargedTokens, models.Usage.BudgetExhausted));
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal((RejectReasons.BudgetExhausted, false), (outcome.Failure!.Reason, outcome.Failure.IsFinal)));
        Assert.Equal(server.Counts.Answered, outcomes.Count(outcome => outcome.Succeeded));
    }

    [Fact]
    public async Task Money_is_never_spent_beyond_the_budget()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { CompletionTokens = 100 }));
        using var models = ChatModels.Open(Limited(server, new ModelBudget(Money: 0.05m)));

        await models.AskAll(200, 16);

        Assert.InRange(models.Usage.ChargedMoney, 0.045m, 0.05m);
        Assert.Equal(models.Usage.Cost, models.Usage.ChargedMoney);
    }

    [Fact]
    public async Task What_was_used_counts_in_the_next_run_and_recorded_replies_cost_nothing()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { CompletionTokens = 90 }));
        ModelUsage first;
        using (var journal = new StoredJournal(_folder.File("journal")))
        using (var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 10_000)) with { Journal = journal }))
        {
            await models.AskAll(300, 8);
            first = models.Usage;
        }

        using (var journal = new StoredJournal(_folder.File("journal")))
        using (var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 10_000)) with { Journal = journal }))
        {
            Assert.Equal(first.ChargedTokens, models.Usage.ChargedTokens);
            var again = await models.AskAll(300, 8);
            Assert.Equal(first.Replies, again.Count(outcome => outcome.Succeeded));
            Assert.Equal((0, first.ChargedTokens), (models.Usage.Sent, models.Usage.ChargedTokens));
        }

        using (var journal = new StoredJournal(_folder.File("journal")))
        using (var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 1_000_000)) with { Journal = journal }))
        {
            Assert.All(await models.AskAll(300, 8), outcome => Assert.True(outcome.Succeeded));
        }
    }

    [Fact]
    public async Task A_request_whose_fate_is_unknown_is_charged_in_full()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = BehaviourKind.ResetMidway }) { FirstTimes = 1 });
        using var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 10_000)));

        var reply = (await models.Ask("q")).Reply!;

        Assert.True(models.Usage.ChargedTokens >= reply.Usage!.Total + 100, $"charged {models.Usage.ChargedTokens}");
    }

    [Fact]
    public async Task A_request_that_was_refused_is_not_charged()
    {
        await using var server = DummyServer.Start(new Rule(Behaviour.Error(500, "down")) { FirstTimes = 2 });
        using var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 10_000)));

        var reply = (await models.Ask("q")).Reply!;

        Assert.Equal(reply.Usage!.Total, models.Usage.ChargedTokens);
    }

    [Fact]
    public async Task A_request_in_flight_at_a_kill_counts_in_full_afterwards()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { DelayMs = 60_000 }));
        using (var journal = new StoredJournal(_folder.File("journal")))
        {
            var torn = new TornJournal(journal);
            var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 10_000)) with { Journal = torn });
            _ = models.Ask("q").AsTask();
            await server.Arrived(1);
            torn.Tear();
            models.Dispose();
        }

        using (var journal = new StoredJournal(_folder.File("journal")))
        using (var models = ChatModels.Open(Limited(server, new ModelBudget(Tokens: 10_000)) with { Journal = journal }))
        {
            Assert.InRange(models.Usage.ChargedTokens, 100, 200);
        }
    }

    [Fact]
    public async Task A_budget_in_money_needs_prices()
    {
        await using var server = DummyServer.Start();
        var options = Kit.Options(Kit.Endpoint(server)) with { Budget = new ModelBudget(Money: 1) };

        var problem = Assert.Throws<ProblemException>(() => ChatModels.Open(options)).Problem;

        Assert.Equal(ExitCode.Configuration, problem.Exit);
        Assert.Contains("no price", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static ChatModelsOptions Limited(DummyServer server, ModelBudget budget)
    {
        var options = Kit.Options(Kit.Endpoint(server) with { Price = Price });
        return options with { Budget = budget, Models = [options.Models[0] with { MaxTokens = 100 }] };
    }
}
