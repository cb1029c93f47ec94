using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CodeAlchemy.PluginHost.Tests.Support;

/// <summary>A web server on this machine that answers by path and remembers what it was asked.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, Action<HttpListenerContext>> _answers = new(StringComparer.Ordinal);

    public LoopbackServer()
    {
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = Serve();
    }

    public int Port { get; }

    public ConcurrentQueue<(string Path, string? Authorization)> Asked { get; } = [];

    public Uri this[string path] => new($"http://127.0.0.1:{Port}{path}");

    public void Give(string path, byte[] content) => _answers[path] = context => context.Response.OutputStream.Write(content);

    public void Do(string path, Action<HttpListenerContext> answer) => _answers[path] = answer;

    public void Redirect(string path, Uri to) => _answers[path] = context => context.Response.Redirect(to.AbsoluteUri);

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => Answer(context));
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        Asked.Enqueue((path, context.Request.Headers["Authorization"]));
        try
        {
            if (_answers.TryGetValue(path, out var answer))
            {
                answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }

            context.Response.Close();
        }
        catch (Exception failure) when (failure is HttpListenerException or IOException or InvalidOperationException)
        {
            context.Response.Abort();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
