using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Pipeline.Planning;

namespace CodeAlchemy.Workspace.Plans;

/// <summary>Turns what sampled files gave into totals of the whole run. Pure.</summary>
internal static class Estimator
{
    private const decimal Million = 1_000_000;

    /// <param name="manifest">The manifest.</param>
    /// <param name="report">What was counted and tried.</param>
    /// <param name="askedBy">What a file asked of models, by its path.</param>
    /// <param name="asked">Whether models were really asked.</param>
    public static RunEstimate Of(PipelineManifest manifest, PlanReport report, Func<string, IReadOnlyList<AskedRequest>> askedBy, bool asked)
    {
        var files = report.Sample.Files;
        if (files.IsEmpty)
        {
            return new RunEstimate(report, null, [], [], asked);
        }

        var requests = files.Select(file => askedBy(file.Path)).ToList();
        return new RunEstimate(
            report,
            Time(report),
            [.. manifest.Strategies.Select((strategy, index) => Strategy(strategy.Id, index, files, report.ToStrategies))],
            [.. manifest.Models.Where(model => requests.Any(list => list.Any(r => r.Role == model.Name)))
                .Select(model => Model(model, requests, report.ToStrategies, asked))],
            asked);
    }

    // Files share the machine, so their own times can't be told apart: a total without an interval.
    private static EstimatedTotal Time(PlanReport report)
    {
        var seconds = report.Sample.Elapsed.TotalSeconds;
        return new EstimatedTotal(seconds, seconds * report.ToStrategies / report.Sample.Files.Length, null);
    }

    private static StrategyEstimate Strategy(string id, int index, ImmutableArray<SampledFile> files, long population) => new(
        id,
        EstimatedTotal.Of([.. files.Select(file => (double)file.Strategies[index].Rows)], population),
        EstimatedTotal.Of([.. files.Select(file => (double)file.Strategies[index].Tokens)], population),
        files.Count(file => file.Strategies[index].Rows > 0),
        files.SelectMany(file => file.Strategies[index].Rejects).GroupBy(pair => pair.Key)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(pair => pair.Value), StringComparer.Ordinal));

    private static ModelEstimate Model(ModelDefinition model, List<IReadOnlyList<AskedRequest>> files, long population, bool asked)
    {
        EstimatedTotal Total(Func<AskedRequest, double> value) =>
            EstimatedTotal.Of([.. files.Select(file => file.Where(request => request.Role == model.Name).Sum(value))], population);

        var most = Total(request => request.MaxTokens ?? model.MaxTokens);
        return new ModelEstimate(
            model.Name,
            Total(_ => 1),
            Total(request => request.PromptTokens),
            asked ? Total(request => request.ReplyTokens) : new EstimatedTotal(0, null, most.High),
            Cost(model, Total, asked),
            asked ? files.Sum(file => file.Count(request => request.Role == model.Name && !request.Answered)) : 0);
    }

    private static EstimatedTotal? Cost(ModelDefinition model, Func<Func<AskedRequest, double>, EstimatedTotal> total, bool asked)
    {
        if (model.Endpoints.Any(endpoint => endpoint.Price is null))
        {
            return null;
        }

        var weights = model.Endpoints.Sum(endpoint => endpoint.Weight);
        double Mean(Func<ModelPrice, decimal> price) => model.Endpoints.Sum(endpoint => endpoint.Weight / weights * (double)(price(endpoint.Price!) / Million));
        var (prompt, reply) = (Mean(price => price.Prompt), Mean(price => price.Completion));
        if (asked)
        {
            return total(request => (request.PromptTokens * prompt) + (request.ReplyTokens * reply));
        }

        var least = total(request => request.PromptTokens * prompt);
        var most = total(request => (request.PromptTokens * prompt) + ((request.MaxTokens ?? model.MaxTokens) * reply));
        return new EstimatedTotal(least.Low, null, most.High);
    }
}
