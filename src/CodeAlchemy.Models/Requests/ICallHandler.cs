using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Requests;

/// <summary>One layer of policy around the endpoints. Thread-safe; gives failures as values.</summary>
internal interface ICallHandler
{
    ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken);
}
