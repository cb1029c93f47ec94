using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Chat;

/// <summary>
/// Ends a run whose models give no answers at all, so that a server that is down costs minutes and not a night: after some requests in a
/// row without any answer. What was answered is kept, and the run can be taken up again. Thread-safe.
/// </summary>
internal sealed class SilenceGuard(IChatModel inner) : IChatModel
{
    private const int Most = 16;
    private int _unanswered;

    public async ValueTask<ChatOutcome> Complete(ChatRequest request, CancellationToken cancellationToken)
    {
        var outcome = await inner.Complete(request, cancellationToken);
        if (outcome.Failure is not { Reason: RejectReasons.ModelUnavailable } failure)
        {
            Interlocked.Exchange(ref _unanswered, 0);
            return outcome;
        }

        return Interlocked.Increment(ref _unanswered) < Most ? outcome : throw new ProblemException(new Problem(
            "model-silent",
            $"The model '{request.Model}' gave no answer to {Most} requests in a row; the last time: {failure.Detail}",
            "Check the server and its address under 'models', then start the same command again: what was answered is kept.",
            ExitCode.Limit));
    }
}
