using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Stands where an endpoint would: only what was recorded is answered.</summary>
internal sealed class SilentModel : ICallHandler
{
    public ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken) =>
        new(ChatOutcome.Failed(RejectReasons.ModelUnavailable, "there is no recorded reply, and nothing is sent"));
}
