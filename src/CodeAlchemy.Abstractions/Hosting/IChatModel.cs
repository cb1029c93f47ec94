using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Answers chat requests. Policy (cache, journal, retry, budget) decorates it. Thread-safe.</summary>
public interface IChatModel
{
    /// <summary>Asks, and gives a failure as a value: an endpoint's misbehaviour never throws.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Stops waiting; the request may have reached the endpoint.</param>
    /// <exception cref="ArgumentException">The request is not one that can be asked: no messages, an unknown model, a broken schema.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<ChatOutcome> Complete(ChatRequest request, CancellationToken cancellationToken);
}
