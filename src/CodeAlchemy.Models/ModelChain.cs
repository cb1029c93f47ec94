using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Batches;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Policies;
using CodeAlchemy.Models.Requests;
using CodeAlchemy.Models.Structured;

namespace CodeAlchemy.Models;

/// <summary>Puts the decorators around the endpoints of a model.</summary>
internal sealed class ModelChain(
    ChatModelsOptions options, UsageMeter meter, ReplyJournal? journal, BudgetLedger? ledger, BudgetRecords? records, List<IDisposable> owned)
{
    private readonly ReplyCache? _cache = options.CacheFolder is { } folder ? new ReplyCache(folder) : null;

    public ICallHandler Build(ModelDefinition model)
    {
        ICallHandler handler = new RoutedModel([.. model.Endpoints.Select(Route)]);
        handler = journal is null ? handler : new JournalledModel(handler, journal, model.Name, meter);
        return new StructuredModel(new SharedModel(handler, meter));
    }

    private Route Route(ModelEndpoint endpoint)
    {
        ICallHandler handler = options.Batch is { } batch ? Own(new BatchModel(batch, endpoint, options.Redactor)) : Online(endpoint);
        handler = _cache is null ? handler : new CachedModel(handler, _cache, endpoint.Model, meter, (level, line) => options.Log(level, options.Redactor.Clean(line)));
        return new Route($"{endpoint.Url.AbsoluteUri} {endpoint.Model}", endpoint.Weight, handler, new EndpointHealth(options.Time));
    }

    private RetryingModel Online(ModelEndpoint endpoint)
    {
        var transport = Own(new ChatTransport(endpoint, options.Credentials.Secret(endpoint.Credential, endpoint.Url), options.Proxy));
        IEndpoint client = new EndpointClient(endpoint, transport, options.Redactor, meter, options.Time);
        client = ledger is null ? client : new BudgetedEndpoint(client, ledger, records, endpoint.Price);
        var gate = Own(new ConcurrencyGate(endpoint.MaxConcurrency, endpoint.Retry.Longest, options.Time));
        return new RetryingModel(new GatedEndpoint(client, gate, meter, endpoint.Price), endpoint.Retry, options.Time);
    }

    private T Own<T>(T part)
        where T : IDisposable
    {
        owned.Add(part);
        return part;
    }
}
