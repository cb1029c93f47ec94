using System.ClientModel.Primitives;
using System.Net;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Secrets;
using OpenAI;
using OpenAI.Chat;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>
/// The OpenAI package, set up for one endpoint: no retries, redirects or logs of its own, and a secret that is added for the
/// endpoint's origin only. Thread-safe.
/// </summary>
internal sealed class ChatTransport : IDisposable
{
    private static readonly PipelineMessageClassifier AnyStatus = PipelineMessageClassifier.Create([200]);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private readonly HttpClient _http;
    private readonly ClientPipeline _pipeline;
    private readonly Uri _uri;

    public ChatTransport(ModelEndpoint endpoint, string? secret, Uri? proxy)
    {
        _http = new HttpClient(Handler(endpoint, proxy)) { Timeout = Timeout.InfiniteTimeSpan };
        _uri = new Uri($"{endpoint.Url.AbsoluteUri.TrimEnd('/')}/chat/completions");
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint.Url,
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            UserAgentApplicationId = "codealchemy",
        };
#pragma warning disable OPENAI001 // The constructor that takes a policy in place of a key; a server of one's own needs none.
        _pipeline = new ChatClient(endpoint.Model, new OriginBoundSecret(endpoint.Url, secret), options).Pipeline;
#pragma warning restore OPENAI001
    }

    /// <summary>Sends a body; the message's response is not buffered. Dispose of the message.</summary>
    public async ValueTask<PipelineMessage> Send(BinaryData body, bool streaming, CancellationToken cancellationToken)
    {
        var message = _pipeline.CreateMessage(_uri, "POST", AnyStatus);
        try
        {
            message.Request.Content = System.ClientModel.BinaryContent.Create(body);
            message.Request.Headers.Set("Content-Type", "application/json");
            message.Request.Headers.Set("Accept", streaming ? "text/event-stream" : "application/json");
            message.Apply(new RequestOptions { BufferResponse = false, CancellationToken = cancellationToken });
            await _pipeline.SendAsync(message);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Handler(ModelEndpoint endpoint, Uri? proxy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = proxy is not null,
        Proxy = proxy is null ? null : new WebProxy(proxy),
        ConnectTimeout = ConnectTimeout,
        MaxConnectionsPerServer = Math.Max(endpoint.MaxConcurrency, 1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 64,
    };
}
