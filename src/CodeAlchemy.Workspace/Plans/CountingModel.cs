using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;

namespace CodeAlchemy.Workspace.Plans;

/// <summary>Counts what one file asks of models, and asks only where there is somebody to ask. Thread-safe.</summary>
/// <param name="inner">Answers; <see langword="null"/> when a plan does not ask.</param>
/// <param name="tokens">Counts tokens.</param>
internal sealed class CountingModel(IChatModel? inner, ITokenCounter tokens) : IChatModel
{
    // Role and separators of a message in the chat templates of today's models.
    private const int MessageTokens = 4;

    private readonly Lock _lock = new();
    private readonly List<AskedRequest> _asked = [];

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<AskedRequest> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    public async ValueTask<ChatOutcome> Complete(ChatRequest request, CancellationToken cancellationToken)
    {
        var outcome = inner is null
            ? ChatOutcome.Failed(RejectReasons.NotAsked, "A plan does not ask models.")
            : await inner.Complete(request, cancellationToken);
        var prompt = request.Messages.Sum(message => (long)tokens.Count(message.Content) + MessageTokens);
        var asked = new AskedRequest(request.Model, prompt, request.MaxTokens, ReplyTokens(outcome), outcome.Succeeded);
        lock (_lock)
        {
            _asked.Add(asked);
        }

        return outcome;
    }

    private long ReplyTokens(ChatOutcome outcome) => outcome switch
    {
        { Reply: { Usage: { } usage } } => usage.Completion,
        { Reply: { } reply } => tokens.Count(reply.Content) + (reply.Reasoning is null ? 0 : tokens.Count(reply.Reasoning)),
        _ => outcome.Failure?.Usage?.Completion ?? 0,
    };
}
