namespace CodeAlchemy.Abstractions.Chat;

/// <summary>Tokens of one reply, as the endpoint counted them.</summary>
/// <param name="Prompt">Tokens of the prompt, cached ones included.</param>
/// <param name="Completion">Tokens of the reply, reasoning included.</param>
/// <param name="Reasoning">Tokens of the reasoning, part of <paramref name="Completion"/>.</param>
/// <param name="Cached">Tokens of the prompt that the endpoint had cached, part of <paramref name="Prompt"/>.</param>
public sealed record ChatUsage(long Prompt, long Completion, long Reasoning = 0, long Cached = 0)
{
    /// <summary>Prompt and completion.</summary>
    public long Total => Prompt + Completion;
}
