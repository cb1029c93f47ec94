using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Counts what happens. Thread-safe.</summary>
internal sealed class UsageMeter
{
    private readonly Lock _lock = new();
    private long _sent;
    private long _replies;
    private long _replayed;
    private long _cached;
    private long _shared;
    private long _throttled;
    private long _faults;
    private long _failures;
    private long _uncounted;
    private ChatUsage _tokens = new(0, 0);
    private decimal _cost;

    public void Sent() => Interlocked.Increment(ref _sent);

    public void Replayed() => Interlocked.Increment(ref _replayed);

    public void Cached() => Interlocked.Increment(ref _cached);

    public void Shared() => Interlocked.Increment(ref _shared);

    public void Failed() => Interlocked.Increment(ref _failures);

    public void Attempted(in Attempt attempt, ModelPrice? price)
    {
        switch (attempt.Kind)
        {
            case AttemptKind.Answered:
                Interlocked.Increment(ref _replies);
                Used(attempt.Usage, price);
                break;
            case AttemptKind.Throttled:
                Interlocked.Increment(ref _throttled);
                break;
            case AttemptKind.Fault or AttemptKind.Overload:
                Interlocked.Increment(ref _faults);
                break;
        }
    }

    public ModelUsage Snapshot()
    {
        lock (_lock)
        {
            return new ModelUsage
            {
                Sent = Interlocked.Read(ref _sent),
                Replies = Interlocked.Read(ref _replies),
                Replayed = Interlocked.Read(ref _replayed),
                Cached = Interlocked.Read(ref _cached),
                Shared = Interlocked.Read(ref _shared),
                Throttled = Interlocked.Read(ref _throttled),
                Faults = Interlocked.Read(ref _faults),
                Failures = Interlocked.Read(ref _failures),
                Uncounted = Interlocked.Read(ref _uncounted),
                PromptTokens = _tokens.Prompt,
                CompletionTokens = _tokens.Completion,
                ReasoningTokens = _tokens.Reasoning,
                CachedTokens = _tokens.Cached,
                Cost = _cost,
            };
        }
    }

    private void Used(ChatUsage? tokens, ModelPrice? price)
    {
        if (tokens is null)
        {
            Interlocked.Increment(ref _uncounted);
            return;
        }

        var cost = Prices.Of(tokens, price);
        lock (_lock)
        {
            _cost += cost;
            _tokens = new ChatUsage(
                _tokens.Prompt + tokens.Prompt, _tokens.Completion + tokens.Completion, _tokens.Reasoning + tokens.Reasoning, _tokens.Cached + tokens.Cached);
        }
    }
}
