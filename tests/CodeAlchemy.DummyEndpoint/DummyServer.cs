using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>
/// A chat endpoint on a loopback port. Speaks just enough HTTP/1.1 over plain sockets, so that it can also lie, stall and break
/// off, which a proper server would not let it. Thread-safe.
/// </summary>
public sealed class DummyServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<Connection, byte> _connections = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Tally _tally = new();
    private readonly Task _accepting;
    private readonly RateLimit _rate;

    private DummyServer(Script script, int port)
    {
        Script = script;
        _rate = new RateLimit(script.PerSecond);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen(1024);
        _accepting = Accept();
    }

    /// <summary>The base address of the interface.</summary>
    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}/v1");

    /// <summary>What was counted so far.</summary>
    public Counts Counts => _tally.Counts;

    /// <summary>Requests that came, in order, when the script keeps them.</summary>
    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    /// <summary>How it behaves; may be replaced at any time.</summary>
    public Script Script { get; set; }

    /// <summary>Starts to listen.</summary>
    /// <param name="script">How it behaves.</param>
    /// <param name="port">Port, or 0 for a free one.</param>
    public static DummyServer Start(Script? script = null, int port = 0) => new(script ?? new Script(), port);

    /// <summary>Starts to listen, with rules only; requests are kept.</summary>
    public static DummyServer Start(params Rule[] rules) => new(new Script { Rules = rules, Keep = true }, 0);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }

        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var connection = new Connection(await _listener.AcceptAsync(_stop.Token));
                _connections[connection] = 0;
                _ = Serve(connection);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Serve(Connection connection)
    {
        try
        {
            while (await connection.ReadRequest(_stop.Token) is { } request && await Answer(connection, request))
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException or InvalidDataException)
        {
            // The client went away or was cut off; both are daily bread here.
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            connection.Dispose();
        }
    }

    private async Task<bool> Answer(Connection connection, HttpRequest request)
    {
        if (request.Method == "GET")
        {
            await connection.Send(HttpText.Response(200, "application/json", JsonSerializer.SerializeToUtf8Bytes(Counts)), _stop.Token);
            return true;
        }

        var script = Script;
        if (script.Keep)
        {
            Seen.Enqueue(new SeenRequest(request.Target, request.Head, Encoding.UTF8.GetString(request.Body.Span)));
        }

        var hash = Tally.Hash(request.Body.Span);
        var seen = _tally.Came(hash);
        try
        {
            return await new Answer(connection, request, hash, _tally).Give(Choose(script, request, hash, seen), script.DelayMs, _stop.Token);
        }
        finally
        {
            _tally.Left();
        }
    }

    private Behaviour Choose(Script script, HttpRequest request, UInt128 hash, int seen)
    {
        if (!_rate.Allows() || (script.AtOnce > 0 && _tally.AtOnce > script.AtOnce))
        {
            return Behaviour.Error(429, "too many requests", "rate_limit_exceeded", script.AtOnce > 0 ? [] : [("Retry-After", "1"), ("x-ratelimit-remaining-requests", "0"), ("x-ratelimit-reset-requests", "1s")]);
        }

        if (script is { Rules.Count: 0, Words: null })
        {
            return Behaviour.Plain;
        }

        var body = Encoding.UTF8.GetString(request.Body.Span);
        return script.Rules.FirstOrDefault(rule => rule.Fits(body, (ulong)hash, seen))?.Behaviour
            ?? (script.Words is { } words ? new Behaviour { Content = words(body) } : Behaviour.Plain);
    }
}
