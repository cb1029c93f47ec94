using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>
/// Picks an endpoint by the request's content and the weights, never by the order of calls; the others stand in, in an order
/// that is as fixed, when it can't answer. Weighted rendezvous hashing: a changed weight moves no more requests than it must.
/// </summary>
internal sealed class RoutedModel(ImmutableArray<Route> routes) : ICallHandler
{
    public async ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken)
    {
        ChatOutcome? last = null;
        foreach (var route in Order(call.Key))
        {
            if (!route.Health.Allows())
            {
                continue;
            }

            last = await route.Handler.Complete(call, cancellationToken);
            if (last.Failure is not { Reason: RejectReasons.ModelUnavailable or RejectReasons.MalformedReply } failure)
            {
                route.Health.Succeeded();
                return last;
            }

            route.Health.Failed(failure.Detail);
        }

        return last ?? ChatOutcome.Failed(
            RejectReasons.ModelUnavailable,
            $"not asked: no endpoint of the model has answered lately; the last fault: {routes[0].Health.Last}");
    }

    internal IEnumerable<Route> Order(RequestKey key) => routes.Length == 1 ? routes : routes.OrderByDescending(route => Score(key, route)).ThenBy(route => route.Id, StringComparer.Ordinal);

    private static double Score(RequestKey key, Route route)
    {
        Span<byte> content = stackalloc byte[RequestKey.Size + Encoding.UTF8.GetMaxByteCount(route.Id.Length)];
        key.Write(content);
        var length = RequestKey.Size + Encoding.UTF8.GetBytes(route.Id, content[RequestKey.Size..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content[..length], hash);
        var uniform = ((BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) + 0.5) / (1UL << 53);
        return -route.Weight / Math.Log(uniform);
    }
}
