using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Money for tokens.</summary>
internal static class Prices
{
    private const decimal Million = 1_000_000m;

    public static decimal Of(ChatUsage tokens, ModelPrice? price)
    {
        if (price is null)
        {
            return 0;
        }

        var cached = Math.Min(tokens.Cached, tokens.Prompt);
        return (((tokens.Prompt - cached) * price.Prompt) + (cached * (price.CachedPrompt ?? price.Prompt)) + (tokens.Completion * price.Completion)) / Million;
    }

    /// <summary>The dearest that so many tokens can be.</summary>
    public static decimal Most(long prompt, long completion, ModelPrice? price) =>
        price is null ? 0 : ((prompt * Math.Max(price.Prompt, price.CachedPrompt ?? 0)) + (completion * price.Completion)) / Million;
}
