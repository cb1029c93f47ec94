using System.Diagnostics.CodeAnalysis;

namespace CodeAlchemy.Abstractions.Chat;

/// <summary>What became of a request: a <see cref="ChatReply"/> or a <see cref="ChatFailure"/>, never both. Immutable.</summary>
public sealed record ChatOutcome
{
    private ChatOutcome(ChatReply? reply, ChatFailure? failure) => (Reply, Failure) = (reply, failure);

    /// <summary>The reply, or <see langword="null"/> when there is a failure.</summary>
    public ChatReply? Reply { get; }

    /// <summary>The failure, or <see langword="null"/> when there is a reply.</summary>
    public ChatFailure? Failure { get; }

    /// <summary>Whether there is a reply.</summary>
    [MemberNotNullWhen(true, nameof(Reply))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Reply is not null;

    /// <summary>An outcome with a reply.</summary>
    public static ChatOutcome Of(ChatReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new(reply, null);
    }

    /// <summary>An outcome with a failure.</summary>
    public static ChatOutcome Of(ChatFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(null, failure);
    }

    /// <summary>An outcome with a failure.</summary>
    /// <param name="reason">Id from <see cref="RejectReasons"/>.</param>
    /// <param name="detail">One sentence.</param>
    /// <param name="raw">Raw reply, or <see langword="null"/>.</param>
    public static ChatOutcome Failed(string reason, string detail, string? raw = null) => Of(new ChatFailure(reason, detail, raw));
}
