using System.Collections.Concurrent;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>Equal requests at the same time are sent once.</summary>
internal sealed class SharedModel(ICallHandler inner, UsageMeter meter) : ICallHandler
{
    private readonly ConcurrentDictionary<UInt128, TaskCompletionSource<ChatOutcome>> _inFlight = new();

    public async ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mine = new TaskCompletionSource<ChatOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = _inFlight.GetOrAdd(call.Key.Value, mine);
            if (first == mine)
            {
                return await Lead(call, mine, cancellationToken);
            }

            try
            {
                var outcome = await first.Task.WaitAsync(cancellationToken);
                meter.Shared();
                return outcome;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The one that asked gave up; somebody else must ask.
            }
        }
    }

    private async ValueTask<ChatOutcome> Lead(Call call, TaskCompletionSource<ChatOutcome> mine, CancellationToken cancellationToken)
    {
        ChatOutcome? outcome = null;
        try
        {
            outcome = await inner.Complete(call, cancellationToken);
            return outcome;
        }
        finally
        {
            _inFlight.TryRemove(call.Key.Value, out _);
            if (outcome is not null)
            {
                mine.SetResult(outcome);
            }
            else
            {
                // Followers try for themselves and meet the fault, if it is one, with their own eyes.
                mine.SetCanceled(CancellationToken.None);
            }
        }
    }
}
