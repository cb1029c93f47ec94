using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Lets only so many requests through at once, and counts attempts.</summary>
internal sealed class GatedEndpoint(IEndpoint inner, ConcurrencyGate gate, UsageMeter meter, ModelPrice? price) : IEndpoint
{
    public async ValueTask<Attempt> Send(Call call, CancellationToken cancellationToken)
    {
        var round = await gate.Enter(cancellationToken);
        Attempt? done = null;
        try
        {
            var attempt = await inner.Send(call, cancellationToken);
            done = attempt;
            meter.Attempted(attempt, price);
            return attempt;
        }
        finally
        {
            gate.Leave(round, done ?? Attempt.Failed(AttemptKind.Unsent, string.Empty, string.Empty));
        }
    }
}
