using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>
/// Tries again what may do better next time, with decorrelated jitter between the attempts. It always ends: with the answer, or
/// with a failure that tells the last fault and how often was tried.
/// </summary>
internal sealed class RetryingModel(IEndpoint endpoint, RetrySettings settings, TimeProvider time) : ICallHandler
{
    public async ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var wait = settings.Shortest;
        var (faults, throttles) = (0, 0);
        while (true)
        {
            var attempt = await endpoint.Send(call, cancellationToken);
            switch (attempt.Kind)
            {
                case AttemptKind.Throttled:
                    throttles++;
                    break;
                case AttemptKind.Fault or AttemptKind.Overload:
                    faults++;
                    break;
                default:
                    return attempt.Outcome;
            }

            if (faults >= settings.Attempts || throttles >= settings.Throttles || time.GetElapsedTime(start) >= settings.Total)
            {
                return GivenUp(attempt.Outcome.Failure!, faults, throttles);
            }

            wait = Next(wait);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    // Decorrelated jitter: from the shortest wait to three times the last one (Brooker, "Exponential Backoff And Jitter", 2015).
    private TimeSpan Next(TimeSpan last)
    {
        var most = Math.Min(last.TotalMilliseconds * 3, settings.Longest.TotalMilliseconds);
        var least = Math.Min(settings.Shortest.TotalMilliseconds, most);
        return TimeSpan.FromMilliseconds(least + (Random.Shared.NextDouble() * (most - least)));
    }

    private static ChatOutcome GivenUp(ChatFailure last, int faults, int throttles) => ChatOutcome.Of(last with
    {
        Detail = $"given up after {faults} faults and {throttles} answers 'too many requests'; the last: {last.Detail}",
    });
}
