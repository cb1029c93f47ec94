using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Sends a request to one endpoint, once. Thread-safe; throws only when cancelled.</summary>
internal interface IEndpoint
{
    ValueTask<Attempt> Send(Call call, CancellationToken cancellationToken);
}
