using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>Replays what the run recorded, and records replies and final failures before anyone sees them.</summary>
internal sealed class JournalledModel(ICallHandler inner, ReplyJournal journal, string role, UsageMeter meter) : ICallHandler
{
    public ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken)
    {
        var key = call.Key.For(role);
        if (journal.Find(key) is not { } known)
        {
            return Ask(call, key, cancellationToken);
        }

        meter.Replayed();
        return new(known);
    }

    private async ValueTask<ChatOutcome> Ask(Call call, RequestKey key, CancellationToken cancellationToken)
    {
        var outcome = await inner.Complete(call, cancellationToken);
        if (outcome.Succeeded || outcome.Failure.IsFinal)
        {
            journal.Add(key, outcome);
        }

        return outcome;
    }
}
