using System.ClientModel.Primitives;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Decides what a status other than success means.</summary>
internal sealed class StatusReader(ModelEndpoint endpoint, Redactor redactor, TimeProvider time)
{
    // Codes under which no waiting helps although the status says "too many requests".
    private static readonly string[] Hopeless = ["insufficient_quota", "billing_hard_limit_reached", "access_terminated"];

    public async ValueTask<Attempt> Read(PipelineResponse response, Stream stream, CancellationToken cancellationToken)
    {
        string? Header(string name) => response.Headers.TryGetValue(name, out var value) ? value : null;
        if (response.Status is >= 300 and < 400)
        {
            return Redirected(response.Status, Header("Location"));
        }

        using var bytes = new PooledBytes();
        await bytes.Fill(stream, cancellationToken);
        var error = ErrorBody.Read(bytes.Memory.Span, redactor);
        var kind = Kind(response.Status, error.Code, Header("Retry-After") is not null);
        var reason = kind == AttemptKind.Refused ? RejectReasons.ModelRefused : RejectReasons.ModelUnavailable;
        return Attempt.Failed(kind, reason, $"{endpoint.Origin} answered {response.Status}: {error.Message}") with
        {
            Pause = ResponseHints.Pause(Header, time.GetUtcNow()),
        };
    }

    /// <summary>An error that came with the status of success.</summary>
    public Attempt Error(string json)
    {
        var error = ErrorBody.Read(System.Text.Encoding.UTF8.GetBytes(json), redactor);
        return Attempt.Failed(AttemptKind.Fault, RejectReasons.ModelUnavailable, $"{endpoint.Origin} reported an error: {error.Message}") with { MayHaveUsedTokens = true };
    }

    private static AttemptKind Kind(int status, string code, bool asksToWait) => status switch
    {
        429 when Hopeless.Contains(code) => AttemptKind.Refused,
        429 => AttemptKind.Throttled,
        503 or 529 => asksToWait ? AttemptKind.Throttled : AttemptKind.Overload,
        408 or 504 => AttemptKind.Overload,
        409 or 425 or >= 500 => AttemptKind.Fault,
        _ => AttemptKind.Refused,
    };

    private Attempt Redirected(int status, string? location)
    {
        var target = Uri.TryCreate(endpoint.Url, location, out var uri) ? Origins.Of(uri) + uri.AbsolutePath : "an unknown place";
        return Attempt.Failed(
            AttemptKind.Refused,
            RejectReasons.ModelRefused,
            redactor.Clean($"{endpoint.Origin} answered {status}, a redirect to {target}; redirects are not followed. Put the final address into the manifest"));
    }
}
