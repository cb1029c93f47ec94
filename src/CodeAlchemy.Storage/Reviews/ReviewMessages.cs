using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>Messages of a row that a person wrote anew.</summary>
public static class ReviewMessages
{
    /// <summary>
    /// Reads messages of the shape that rows have: objects with <c>role</c>, <c>content</c> and perhaps <c>reasoning</c>, at most one of the system
    /// first, then user and assistant in turn, the assistant last, none without content.
    /// </summary>
    /// <param name="json">The list.</param>
    /// <param name="messages">The messages; empty when they have another shape.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static string? Read(JsonElement json, out ImmutableArray<Message> messages)
    {
        messages = [];
        if (json.ValueKind != JsonValueKind.Array)
        {
            return "the messages are not a list";
        }

        var read = ImmutableArray.CreateBuilder<Message>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (Read(item) is not { } message)
            {
                return $"message {read.Count + 1} is not an object with the texts role, content and perhaps reasoning";
            }

            read.Add(message);
        }

        if (Problem(read) is { } problem)
        {
            return problem;
        }

        messages = read.DrainToImmutable();
        return null;
    }

    /// <summary>What is wrong with messages, or <see langword="null"/>.</summary>
    public static string? Problem(IReadOnlyList<Message> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var first = messages.Count > 0 && messages[0].Role == "system" ? 1 : 0;
        for (var i = 0; i < messages.Count; i++)
        {
            var role = i < first ? "system" : (i - first) % 2 == 0 ? "user" : "assistant";
            if (messages[i].Role != role)
            {
                return $"message {i + 1} is of the role '{messages[i].Role}' where '{role}' has its turn";
            }

            if (string.IsNullOrWhiteSpace(messages[i].Content))
            {
                return $"message {i + 1} is empty";
            }
        }

        return messages.Count > first && messages[^1].Role == "assistant" ? null : "the last message is not the assistant's";
    }

    private static Message? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object
            || item.EnumerateObject().Any(p => p.Name is not ("role" or "content" or "reasoning") || p.Value.ValueKind != JsonValueKind.String)
            || !item.TryGetProperty("role", out var role) || !item.TryGetProperty("content", out var content))
        {
            return null;
        }

        return new Message(role.GetString()!, content.GetString()!, item.TryGetProperty("reasoning", out var reasoning) ? reasoning.GetString() : null);
    }
}
