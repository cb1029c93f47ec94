using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>Progress that the server began, so that the client can cancel it. Thread-safe.</summary>
internal sealed class ProgressTokens
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _known = new(StringComparer.Ordinal);
    private long _last;

    public string Add(CancellationTokenSource stop)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"codealchemy-{Interlocked.Increment(ref _last)}");
        _known[token] = stop;
        stop.Token.Register(() => _known.TryRemove(token, out _));
        return token;
    }

    /// <summary>Takes <c>window/workDoneProgress/cancel</c>.</summary>
    public void Cancel(JsonElement token)
    {
        if (token.ValueKind == JsonValueKind.String && _known.TryGetValue(token.GetString()!, out var stop))
        {
            stop.Cancel();
        }
    }
}
