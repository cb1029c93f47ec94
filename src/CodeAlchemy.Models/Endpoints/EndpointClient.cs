using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Requests;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Puts a request on the wire once and reads what comes back; every misbehaviour of the other side is a value.</summary>
internal sealed class EndpointClient(ModelEndpoint endpoint, ChatTransport transport, Redactor redactor, UsageMeter meter, TimeProvider time) : IEndpoint
{
    private const int LongestRaw = 64 << 10;
    private readonly WireShape _shape = WireShape.Of(endpoint);
    private readonly ReplyMaker _maker = new(endpoint.Model, endpoint.Origin, redactor);
    private readonly StatusReader _statuses = new(endpoint, redactor, time);

    public async ValueTask<Attempt> Send(Call call, CancellationToken cancellationToken)
    {
        using var patience = new Patience(endpoint.Timeout, endpoint.IdleTimeout, cancellationToken);
        meter.Sent();
        try
        {
            var body = BinaryData.FromBytes(RequestBody.Bytes(call.Request, _shape));
            using var message = await transport.Send(body, _shape.Streaming, patience.Token);
            return await Read(message.Response!, patience);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && Understand(exception, patience) is { } attempt)
        {
            return attempt;
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is not OperationCanceledException)
        {
            throw new OperationCanceledException("the request was cancelled", exception, cancellationToken);
        }
    }

    private async ValueTask<Attempt> Read(PipelineResponse response, Patience patience)
    {
        await using var stream = new BoundedStream(response.ContentStream ?? Stream.Null, endpoint.MaxReplyBytes, patience);
        if (response.Status is < 200 or > 299)
        {
            return await _statuses.Read(response, stream, patience.Token);
        }

        var attempt = IsEventStream(response)
            ? _maker.Make(await StreamedCompletion.Read(stream, patience.Token))
            : await ReadWhole(stream, patience.Token);
        return attempt with { Pause = ResponseHints.Pause(name => Header(response, name), time.GetUtcNow()) };
    }

    private async ValueTask<Attempt> ReadWhole(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new PooledBytes();
        await bytes.Fill(stream, cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(bytes.Memory);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
            {
                throw new EndpointErrorException(error.GetRawText());
            }

            return _maker.Make(CompletionReader.Read(document.RootElement));
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return Malformed($"{ErrorBody.Describe(bytes.Memory.Span)} ({exception.Message})", Raw(bytes.Memory.Span));
        }
    }

    private Attempt? Understand(Exception exception, Patience patience) => exception switch
    {
        _ when patience.RanOut => Unavailable(
            AttemptKind.Overload,
            patience.TotalRanOut ? $"no whole reply within {endpoint.Timeout.TotalSeconds:0.###} s" : $"the reply stalled for {endpoint.IdleTimeout.TotalSeconds:0.###} s",
            true),
        ReplyTooLargeException => Attempt.Failed(AttemptKind.Answered, RejectReasons.ReplyTooLarge, $"{endpoint.Origin}: {exception.Message} and was cut off") with { MayHaveUsedTokens = true },
        _ when IsMalformed(exception) => Malformed($"a broken stream ({exception.Message})", null),
        EndpointErrorException => _statuses.Error(exception.Message),
        ClientResultException or HttpRequestException or IOException => Unavailable(AttemptKind.Fault, Innermost(exception), !IsBeforeSending(exception)),
        _ => null,
    };

    private Attempt Malformed(string what, string? raw) =>
        Attempt.Failed(AttemptKind.Fault, RejectReasons.MalformedReply, $"{endpoint.Origin} answered with {redactor.Clean(what)}", raw) with { MayHaveUsedTokens = true };

    private Attempt Unavailable(AttemptKind kind, string what, bool mayHaveUsed) =>
        Attempt.Failed(kind, RejectReasons.ModelUnavailable, $"{endpoint.Origin}: {redactor.Clean(what)}") with { MayHaveUsedTokens = mayHaveUsed };

    private string Raw(ReadOnlySpan<byte> bytes) => redactor.Clean(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestRaw)]));

    private static string Innermost(Exception exception) => exception.GetBaseException().Message.ReplaceLineEndings(" ");

    private static bool IsBeforeSending(Exception exception) =>
        (exception as HttpRequestException ?? exception.InnerException as HttpRequestException)?.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    // Text that is no valid UTF-8 or half a surrogate pair is found only when it is taken out of the JSON.
    private static bool IsMalformed(Exception exception) => exception is JsonException or InvalidOperationException;

    private static bool IsEventStream(PipelineResponse response) =>
        Header(response, "Content-Type")?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Header(PipelineResponse response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;
}
