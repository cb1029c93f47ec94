using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CodeAlchemy.LanguageServer.Protocol;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>One client: takes its messages one by one, and sends it replies, notifications and requests. Thread-safe but for <see cref="Listen"/>.</summary>
internal sealed class Connection : IAsyncDisposable
{
    /// <summary>Most bytes of one message.</summary>
    public const int LongestMessage = 64 << 20;

    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _asked = new(StringComparer.Ordinal);
    private long _lastId;

    public Connection(Stream input, Stream output)
    {
        _reader = new MessageReader(input, LongestMessage);
        _writer = new MessageWriter(output);
    }

    /// <summary>Hands every request and notification to <paramref name="take"/>, in order, until the stream ends.</summary>
    public async Task Listen(Action<IncomingMessage> take, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await _reader.Read(cancellationToken) is not { } body)
                {
                    return;
                }

                var message = IncomingMessage.Parse(body);
                if (message.Method is null)
                {
                    Settle(message);
                }
                else
                {
                    take(message);
                }
            }
            catch (RpcException fault)
            {
                Fail(null, fault);
            }
        }
    }

    /// <summary>Sends a message that is written already.</summary>
    public void Post(byte[] message) => _writer.Post(message);

    /// <summary>Sends the error of a request; without an id it says what was wrong with a message.</summary>
    public void Fail(string? id, RpcException fault) => _writer.Post(OutgoingMessage.Failure(id, fault.Code, fault.Message, fault.Payload));

    /// <summary>Tells the client something.</summary>
    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => _writer.Post(OutgoingMessage.Notification(method, parameters, type));

    /// <summary>Writes a line into the client's log.</summary>
    /// <param name="type">1 error, 2 warning.</param>
    /// <param name="message">The line.</param>
    public void Log(int type, string message) =>
        Notify("window/logMessage", new LogMessageParams(type, message), ProtocolJson.Default.LogMessageParams);

    /// <summary>Asks the client to do something that it may leave, such as to look at lenses again; nobody waits for it.</summary>
    public void Suggest(string method) => _ = Send(method);

    /// <summary>Asks the client something.</summary>
    /// <returns>The result as JSON.</returns>
    /// <exception cref="RpcException">The client replied with an error.</exception>
    public async Task<JsonElement> Ask<T>(string method, T parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var key = id.ToString(CultureInfo.InvariantCulture);
        _asked[key] = answer;
        try
        {
            _writer.Post(OutgoingMessage.Request(id, method, parameters, type));
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _asked.TryRemove(key, out _);
        }
    }

    /// <summary>Writes what was posted.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task Send(string method)
    {
        try
        {
            await Ask(method, new Empty(), ProtocolJson.Default.Empty, CancellationToken.None);
        }
        catch (RpcException)
        {
            // The client would rather not.
        }
    }

    private void Settle(IncomingMessage reply)
    {
        if (!_asked.TryGetValue(reply.Id!, out var answer))
        {
            return;
        }

        if (reply.Error.ValueKind == JsonValueKind.Object)
        {
            var code = reply.Error.TryGetProperty("code", out var number) && number.TryGetInt32(out var value) ? value : RpcError.InternalError;
            answer.TrySetException(new RpcException(code, reply.Error.TryGetProperty("message", out var text) ? text.ToString() : "The client failed."));
        }
        else
        {
            answer.TrySetResult(reply.Result);
        }
    }
}
