using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Batches;
using CodeAlchemy.Models.Caching;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Policies;
using CodeAlchemy.Models.Requests;
using CodeAlchemy.Models.Structured;

namespace CodeAlchemy.Models;

/// <summary>Puts the decorators around the endpoints of a model.</summary>
internal sealed class ModelChain(
    ChatModelsOptions options, UsageMeter meter, ReplyJournal? journal, BudgetLedger? ledger, BudgetRecords? records, List<IDisposable> owned)
{
    private readonly ReplyCache? _cache = OpenCache(options, owned);

    public ICallHandler Build(ModelDefinition model)
    {
        ICallHandler handler = new RoutedModel([.. model.Endpoints.Select(Route)]);
        handler = journal is null ? handler : new JournalledModel(handler, journal, model.Name, meter);
        return new StructuredModel(new SharedModel(handler, meter));
    }

    private Route Route(ModelEndpoint endpoint)
    {
        ICallHandler handler = options.Offline ? new SilentModel() : options.Batch is { } batch ? Own(new BatchModel(batch, endpoint, options.Redactor)) : Online(endpoint);
        handler = _cache is null ? handler : new CachedModel(handler, _cache, endpoint.Model, meter, (level, line) => Log(options, level, line));
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

    private static ReplyCache? OpenCache(ChatModelsOptions options, List<IDisposable> owned)
    {
        try
        {
            var cache = options.CacheFolder is { } folder ? ReplyCache.Open(folder) : null;
            if (cache is not null)
            {
                owned.Add(cache);
            }

            return cache;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log(options, LogLevel.Warning, CacheTrouble.Message(exception));
            return null;
        }
    }

    private static void Log(ChatModelsOptions options, LogLevel level, string line) => options.Log(level, options.Redactor.Clean(line));

    private T Own<T>(T part)
        where T : IDisposable
    {
        owned.Add(part);
        return part;
    }
}
