using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Replies;

/// <summary>Reads the parts of a chat completion. What is missing or of another type is missing, never made up.</summary>
internal static class CompletionReader
{
    /// <summary>Reads a whole completion.</summary>
    /// <exception cref="JsonException">It is not one; the message says why.</exception>
    public static Completion Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("the reply has no 'choices'");
        }

        if (choices.GetArrayLength() == 0)
        {
            throw new JsonException("the reply's 'choices' are empty");
        }

        var completion = new Completion { Model = Text(root, "model"), Usage = Usage(root) };
        completion.Add(choices[0], "message");
        return completion;
    }

    public static ChatUsage? Usage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out var usage) || Count(usage, "prompt_tokens") is not { } prompt || Count(usage, "completion_tokens") is not { } completion)
        {
            return null;
        }

        return new ChatUsage(prompt, completion, Detail(usage, "completion_tokens_details", "reasoning_tokens"), Detail(usage, "prompt_tokens_details", "cached_tokens"));
    }

    /// <summary>Text of a field: a string, or a list of text parts.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => string.Concat(value.EnumerateArray().Select(part => Text(part, "text"))),
            _ => null,
        };
    }

    public static IEnumerable<TokenLogprob> Logprobs(JsonElement choice)
    {
        if (choice.TryGetProperty("logprobs", out var logprobs) && logprobs.ValueKind == JsonValueKind.Object
            && logprobs.TryGetProperty("content", out var tokens) && tokens.ValueKind == JsonValueKind.Array)
        {
            return tokens.EnumerateArray().Select(Token).OfType<TokenLogprob>();
        }

        return [];
    }

    private static TokenLogprob? Token(JsonElement token)
    {
        if (Text(token, "token") is not { } text || !token.TryGetProperty("logprob", out var value) || value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        ImmutableArray<TokenLogprob> others = token.TryGetProperty("top_logprobs", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(Token).OfType<TokenLogprob>()] : [];
        return new TokenLogprob(text, value.GetDouble(), others);
    }

    private static long Detail(JsonElement usage, string group, string name) => usage.TryGetProperty(group, out var details) ? Count(details, name) ?? 0 : 0;

    private static long? Count(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var count) && count >= 0 ? count : null;
}
