using System.Net;
using System.Net.Http.Headers;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Network;

/// <summary>
/// All that this room has to do with the network. Only https (and http to this machine), a limit on bytes, time and redirects, no cookies;
/// a credential goes to the origin it was given for and nowhere else. Thread-safe.
/// </summary>
public sealed class Downloads : IDisposable
{
    private static readonly HttpStatusCode[] Moved =
        [HttpStatusCode.MovedPermanently, HttpStatusCode.Found, HttpStatusCode.SeeOther, HttpStatusCode.TemporaryRedirect, HttpStatusCode.PermanentRedirect];

    private readonly DownloadLimits _limits;
    private readonly HttpClient _client;

    /// <summary>Creates the class; connects to nothing.</summary>
    public Downloads(DownloadLimits? limits = null)
    {
        _limits = limits ?? new DownloadLimits();
        // The client disposes of its handler.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15) };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("codealchemy");
    }

    /// <summary>Writes what lies behind an address to a stream.</summary>
    /// <param name="address">The address.</param>
    /// <param name="authorization">Credential for the origin of the address, or <see langword="null"/>.</param>
    /// <param name="target">Takes the bytes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ProblemException">It can't be had within the limits, or an address on the way is not allowed.</exception>
    public async Task Get(Uri address, AuthenticationHeaderValue? authorization, Stream target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(target);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(_limits.Total);
        try
        {
            using var answer = await Follow(address, authorization, late.Token).ConfigureAwait(false);
            await Copy(address, answer, target, late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(address, "it takes too long");
        }
        catch (Exception failure) when (failure is HttpRequestException or HttpIOException)
        {
            throw Failed(address, failure.Message.TrimEnd('.'), failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> Follow(Uri start, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        var address = start;
        for (var redirects = 0; ; redirects++)
        {
            WebAddress.Check(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = WebAddress.SameOrigin(address, start) ? authorization : null;
            var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            using (answer)
            {
                address = Next(start, address, answer, redirects);
            }
        }
    }

    private Uri Next(Uri start, Uri address, HttpResponseMessage answer, int redirects)
    {
        if (!Moved.Contains(answer.StatusCode) || answer.Headers.Location is not { } location)
        {
            throw Failed(start, $"the server answers {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd());
        }

        if (redirects >= _limits.Redirects)
        {
            throw Failed(start, $"it redirects more than {_limits.Redirects} times");
        }

        var next = new Uri(address, location);
        // A server elsewhere has no say over what this machine asks of itself.
        return next.IsLoopback && !start.IsLoopback ? throw Failed(start, "it redirects to this machine") : next;
    }

    private async Task Copy(Uri address, HttpResponseMessage answer, Stream target, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentLength > _limits.Bytes)
        {
            throw TooLarge(address);
        }

        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        for (var total = 0L; ;)
        {
            silence.CancelAfter(_limits.Silence);
            var read = await content.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            total += read;
            if (total > _limits.Bytes)
            {
                throw TooLarge(address);
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }

    private ProblemException TooLarge(Uri address) => Failed(address, $"it is larger than {_limits.Bytes} bytes");

    private static ProblemException Failed(Uri address, string why, Exception? inner = null) => PluginFaults.Failure(
        PluginCodes.Source, $"{address.GetLeftPart(UriPartial.Path)} can't be had: {why}.", "Check the address and the network, and try again.", inner);
}
