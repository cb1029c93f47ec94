using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Protocol;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>
/// Brings messages to what handles them. Changes run one by one in the order of arrival, on the thread that reads; requests run beside
/// each other, each on the documents as they were when it came. An edit ends the reads of its document, which are stale then.
/// </summary>
internal sealed class Router(Connection connection, Func<Snapshot> documents)
{
    /// <summary>Most items of one part of a result.</summary>
    private const int LongestPart = 256;

    private readonly Dictionary<string, Action<IncomingMessage>> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Request Answer, bool Stale)> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);

    private delegate Task<byte[]> Request(IncomingMessage message, RequestScope scope);

    /// <summary>Which requests may run now: gives the error for those that may not.</summary>
    public Func<string, RpcException?> Gate { get; set; } = _ => null;

    /// <summary>A notification that changes state. It must be short.</summary>
    public void Change<TParams>(string method, JsonTypeInfo<TParams> type, Action<TParams> handle) =>
        _changes[method] = message => handle(Parameters(message, type));

    /// <summary>A request that reads; an edit of the document that it names makes it stale.</summary>
    public void Read<TParams, TResult>(
        string method, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result, Func<TParams, RequestScope, Task<TResult>> handle) =>
        Add(method, parameters, result, handle, stale: true);

    /// <summary>A request that reads and is answered at once.</summary>
    public void Read<TParams, TResult>(
        string method, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result, Func<TParams, RequestScope, TResult> handle) =>
        Add(method, parameters, result, (given, scope) => Task.FromResult(handle(given, scope)), stale: true);

    /// <summary>
    /// A request that reads a list. A client that gave a <c>partialResultToken</c> gets it in parts as they are made, and then an empty
    /// list, as the protocol wants it.
    /// </summary>
    public void ReadMany<TParams, TItem>(
        string method, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TItem[]> result, Func<TParams, RequestScope, Task<IEnumerable<TItem>>> handle) =>
        Add(method, stale: true, async (message, scope) =>
        {
            var items = await handle(Parameters(message, parameters), scope);
            return OutgoingMessage.Reply(message.Id!, PartToken(message) is { } token ? SendParts(token, items, result, scope.Token) : [.. items], result);
        });

    /// <summary>A request that works for a while, edits or not: only the client ends it.</summary>
    public void Work<TParams, TResult>(
        string method, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result, Func<TParams, RequestScope, Task<TResult>> handle) =>
        Add(method, parameters, result, handle, stale: false);

    /// <summary>Takes a message.</summary>
    public void Take(IncomingMessage message)
    {
        if (message.Method == "$/cancelRequest")
        {
            Cancel(message.Params);
        }
        else if (message.Id is null)
        {
            Notified(message);
        }
        else
        {
            Start(message);
        }
    }

    /// <summary>Ends reads of a document, which an edit has made stale.</summary>
    public void Outdate(string uri)
    {
        foreach (var flight in _flights.Values.Where(flight => flight.Uri == uri))
        {
            flight.End(RpcError.ContentModified);
        }
    }

    /// <summary>Ends everything and waits for it.</summary>
    public async Task Stop()
    {
        foreach (var flight in _flights.Values)
        {
            flight.End(RpcError.RequestCancelled);
        }

        await Task.WhenAll(_flights.Values.Select(flight => flight.Done.Task));
    }

    private static TParams Parameters<TParams>(IncomingMessage message, JsonTypeInfo<TParams> type)
    {
        try
        {
            var given = message.Params.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? JsonDocument.Parse("{}").RootElement : message.Params;
            return given.Deserialize(type) ?? throw new RpcException(RpcError.InvalidParams, $"{message.Method} needs parameters.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new RpcException(RpcError.InvalidParams, $"The parameters of {message.Method} are not as they must be: {fault.Message}");
        }
    }

    private void Add<TParams, TResult>(
        string method, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result, Func<TParams, RequestScope, Task<TResult>> handle, bool stale) =>
        Add(method, stale, async (message, scope) => OutgoingMessage.Reply(message.Id!, await handle(Parameters(message, parameters), scope), result));

    private void Add(string method, bool stale, Request answer) => _requests[method] = (answer, stale);

    private TItem[] SendParts<TItem>(JsonElement token, IEnumerable<TItem> items, JsonTypeInfo<TItem[]> type, CancellationToken cancellationToken)
    {
        foreach (var part in items.Chunk(LongestPart))
        {
            cancellationToken.ThrowIfCancellationRequested();
            connection.Post(OutgoingMessage.Part(token, part, type));
        }

        return [];
    }

    private static JsonElement? PartToken(IncomingMessage message) =>
        message.Params.ValueKind == JsonValueKind.Object && message.Params.TryGetProperty("partialResultToken", out var token)
        && token.ValueKind is JsonValueKind.String or JsonValueKind.Number ? token : null;

    private static string? DocumentOf(JsonElement parameters) =>
        parameters.ValueKind == JsonValueKind.Object
        && parameters.TryGetProperty("textDocument", out var document) && document.ValueKind == JsonValueKind.Object
        && document.TryGetProperty("uri", out var uri) && uri.ValueKind == JsonValueKind.String ? uri.GetString() : null;

    private void Notified(IncomingMessage message)
    {
        // Optional notifications begin with a dollar sign; others that nobody handles are not an error either.
        if (Gate(message.Method!) is not null || !_changes.TryGetValue(message.Method!, out var change))
        {
            return;
        }

        try
        {
            change(message);
        }
        catch (Exception fault)
        {
            // Whatever a notification does wrong, the session goes on.
            connection.Log(1, $"{message.Method}: {fault.Message}");
        }
    }

    private void Start(IncomingMessage message)
    {
        if (Gate(message.Method!) is { } refusal)
        {
            connection.Fail(message.Id, refusal);
            return;
        }

        if (!_requests.TryGetValue(message.Method!, out var request))
        {
            connection.Fail(message.Id, new RpcException(RpcError.MethodNotFound, $"There is no method {message.Method}."));
            return;
        }

        var flight = new Flight(request.Stale ? DocumentOf(message.Params) : null);
        if (!_flights.TryAdd(message.Id!, flight))
        {
            connection.Fail(message.Id, new RpcException(RpcError.InvalidRequest, $"The id {message.Id} is in use by a request that has no answer yet."));
            return;
        }

        var scope = new RequestScope(documents(), flight.Token);
        _ = Task.Run(() => Answer(message, request.Answer, flight, scope));
    }

    private async Task Answer(IncomingMessage message, Request request, Flight flight, RequestScope scope)
    {
        try
        {
            var work = request(message, scope);
            // Whoever doesn't look at the token is not waited for.
            connection.Post(await work.WaitAsync(scope.Token));
        }
        catch (OperationCanceledException)
        {
            connection.Fail(message.Id, new RpcException(flight.Reason, flight.Reason == RpcError.ContentModified ? "The document was changed." : "The request was cancelled."));
        }
        catch (RpcException fault)
        {
            connection.Fail(message.Id, fault);
        }
        catch (ProblemException fault)
        {
            connection.Fail(message.Id, Failures.Of(fault));
        }
        catch (Exception fault)
        {
            // One bad request never ends the server; the client's log gets the place.
            connection.Log(1, $"{message.Method} failed: {fault}");
            connection.Fail(message.Id, new RpcException(RpcError.InternalError, $"{message.Method} failed: {fault.Message}"));
        }
        finally
        {
            _flights.TryRemove(message.Id!, out _);
            flight.Done.TrySetResult();
        }
    }

    private void Cancel(JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("id", out var id) && _flights.TryGetValue(id.GetRawText(), out var flight))
        {
            flight.End(RpcError.RequestCancelled);
        }
    }

    /// <summary>A request that has no answer yet.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and whoever cancels may come after the end.")]
    private sealed class Flight(string? uri)
    {
        private readonly CancellationTokenSource _stop = new();
        private int _reason;

        /// <summary>The document whose edits make the answer stale.</summary>
        public string? Uri { get; } = uri;

        public TaskCompletionSource Done { get; } = new();

        public CancellationToken Token => _stop.Token;

        public int Reason => _reason == 0 ? RpcError.RequestCancelled : _reason;

        public void End(int reason)
        {
            Interlocked.CompareExchange(ref _reason, reason, 0);
            _stop.Cancel();
        }
    }
}
