namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>Counts since the models were opened, at one moment. Immutable.</summary>
public sealed record ModelUsage
{
    /// <summary>Requests put on the wire, attempts counted one by one.</summary>
    public long Sent { get; init; }

    /// <summary>Replies that came over the wire and were read in full.</summary>
    public long Replies { get; init; }

    /// <summary>Requests answered from the run's journal.</summary>
    public long Replayed { get; init; }

    /// <summary>Requests answered from the cache.</summary>
    public long Cached { get; init; }

    /// <summary>Requests that shared the reply of an equal one in flight.</summary>
    public long Shared { get; init; }

    /// <summary>Answers "too many requests".</summary>
    public long Throttled { get; init; }

    /// <summary>Attempts that ended in a fault of the network or the server.</summary>
    public long Faults { get; init; }

    /// <summary>Requests that got no usable reply.</summary>
    public long Failures { get; init; }

    /// <summary>Replies that did not say how many tokens they used; the sums below do not cover them.</summary>
    public long Uncounted { get; init; }

    /// <summary>Tokens of prompts, cached ones included.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Tokens of replies, reasoning included.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>Tokens of reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Tokens of prompts that endpoints had cached.</summary>
    public long CachedTokens { get; init; }

    /// <summary>What the counted tokens cost at the known prices.</summary>
    public decimal Cost { get; init; }

    /// <summary>
    /// Tokens charged to the budget, resumes included. Not less than what was used: an attempt whose fate is unknown is charged
    /// with the most that it can have used. 0 without a budget.
    /// </summary>
    public long ChargedTokens { get; init; }

    /// <summary>Money charged to the budget, see <see cref="ChargedTokens"/>.</summary>
    public decimal ChargedMoney { get; init; }

    /// <summary>Whether the budget stopped a request.</summary>
    public bool BudgetExhausted { get; init; }
}
