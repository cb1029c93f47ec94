using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Counts what happens. Thread-safe.</summary>
internal sealed class UsageMeter
{
    private readonly Lock _lock = new();
    private ModelUsage _usage = new();
    private long _sent;

    public void Sent() => Interlocked.Increment(ref _sent);

    public void Count(Func<ModelUsage, ModelUsage> change)
    {
        lock (_lock)
        {
            _usage = change(_usage);
        }
    }

    public void Attempted(in Attempt attempt, ModelPrice? price)
    {
        switch (attempt.Kind)
        {
            case AttemptKind.Answered:
                Answered(attempt.Usage, price);
                break;
            case AttemptKind.Throttled:
                Count(usage => usage with { Throttled = usage.Throttled + 1 });
                break;
            case AttemptKind.Fault or AttemptKind.Overload:
                Count(usage => usage with { Faults = usage.Faults + 1 });
                break;
        }
    }

    public ModelUsage Snapshot()
    {
        lock (_lock)
        {
            return _usage with { Sent = Interlocked.Read(ref _sent) };
        }
    }

    private void Answered(ChatUsage? tokens, ModelPrice? price) => Count(usage => tokens is null
        ? usage with { Replies = usage.Replies + 1, Uncounted = usage.Uncounted + 1 }
        : usage with
        {
            Replies = usage.Replies + 1,
            PromptTokens = usage.PromptTokens + tokens.Prompt,
            CompletionTokens = usage.CompletionTokens + tokens.Completion,
            ReasoningTokens = usage.ReasoningTokens + tokens.Reasoning,
            CachedTokens = usage.CachedTokens + tokens.Cached,
            Cost = usage.Cost + Prices.Of(tokens, price),
        });
}
