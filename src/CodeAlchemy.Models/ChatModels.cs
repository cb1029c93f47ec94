using System.Collections.Frozen;
using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Policies;
using CodeAlchemy.Models.Requests;
using CodeAlchemy.Models.Secrets;
using CodeAlchemy.Models.Structured;

namespace CodeAlchemy.Models;

/// <summary>
/// The models of a run, each behind its decorators: structured → shared → journal → route → cache → retry → gate → budget →
/// endpoint. Thread-safe.
/// </summary>
public sealed class ChatModels : IChatModel, IDisposable
{
    private readonly FrozenDictionary<string, (ModelDefinition Definition, ICallHandler Handler)> _models;
    private readonly UsageMeter _meter = new();
    private readonly List<IDisposable> _owned = [];
    private readonly BudgetLedger? _ledger;

    private ChatModels(ChatModelsOptions options)
    {
        var records = options is { Budget.IsLimited: true, Journal: { } budgetJournal } ? new BudgetRecords(budgetJournal) : null;
        var journal = options.Journal is { } port ? new ReplyJournal(port, records) : null;
        if (journal is not null)
        {
            _owned.Add(journal);
        }

        _ledger = options.Budget.IsLimited ? new BudgetLedger(options.Budget, records) : null;
        var chain = new ModelChain(options, _meter, journal, _ledger, records, _owned);
        _models = options.Models.ToFrozenDictionary(model => model.Name, model => (model, chain.Build(model)), StringComparer.Ordinal);
    }

    /// <summary>What was used so far.</summary>
    public ModelUsage Usage
    {
        get
        {
            var charged = _ledger?.Charged ?? default;
            return _meter.Snapshot() with
            {
                ChargedTokens = charged.Tokens,
                ChargedMoney = charged.Money,
                BudgetExhausted = _ledger?.IsExhausted ?? false,
            };
        }
    }

    /// <summary>Sets the models up. Nothing is sent yet.</summary>
    /// <exception cref="ProblemException">An endpoint, a credential or a price is not as it must be.</exception>
    public static ChatModels Open(ChatModelsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Offline)
        {
            ModelChecks.Check(options);
        }

        return new ChatModels(options);
    }

    /// <inheritdoc/>
    public ValueTask<ChatOutcome> Complete(ChatRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestChecks.Check(request);
        if (!_models.TryGetValue(request.Model, out var model))
        {
            throw new ArgumentException($"there is no model '{request.Model}'; there are {string.Join(", ", _models.Keys.Order(StringComparer.Ordinal))}");
        }

        return Complete(Call.Of(WithDefaults(request, model.Definition)), model.Handler, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _owned.ForEach(owned => owned.Dispose());

    private static ChatRequest WithDefaults(ChatRequest request, ModelDefinition model) => request with
    {
        Temperature = request.Temperature ?? model.Temperature,
        TopP = request.TopP ?? model.TopP,
        MaxTokens = request.MaxTokens ?? model.MaxTokens,
    };

    private async ValueTask<ChatOutcome> Complete(Call call, ICallHandler handler, CancellationToken cancellationToken)
    {
        var outcome = await handler.Complete(call, cancellationToken);
        if (!outcome.Succeeded)
        {
            _meter.Failed();
        }

        return outcome;
    }
}
