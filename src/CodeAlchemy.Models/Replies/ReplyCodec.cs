using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Replies;

/// <summary>Writes outcomes for the journal and the cache, and reads them again. JSON, so that a person can read them too.</summary>
internal static class ReplyCodec
{
    /// <summary>Writes an outcome and flushes.</summary>
    public static void Write(Utf8JsonWriter writer, ChatOutcome outcome)
    {
        writer.WriteStartObject();
        if (outcome.Reply is { } reply)
        {
            WriteReply(writer, reply);
        }
        else
        {
            WriteFailure(writer, outcome.Failure!);
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>Reads an outcome; <see langword="null"/> when it was written by another version.</summary>
    public static ChatOutcome? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return root.TryGetProperty("reason", out _) ? ChatOutcome.Of(ReadFailure(root)) : ChatOutcome.Of(ReadReply(root));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static void WriteReply(Utf8JsonWriter writer, ChatReply reply)
    {
        writer.WriteString("content"u8, reply.Content);
        Optional(writer, "reasoning", reply.Reasoning);
        writer.WriteString("finish"u8, reply.FinishReason);
        writer.WriteString("model"u8, reply.Model);
        writer.WriteString("endpoint"u8, reply.Endpoint);
        WriteUsage(writer, reply.Usage);
        if (reply.Logprobs.Length > 0)
        {
            writer.WritePropertyName("logprobs"u8);
            WriteTokens(writer, reply.Logprobs);
        }
    }

    private static void WriteFailure(Utf8JsonWriter writer, ChatFailure failure)
    {
        writer.WriteString("reason"u8, failure.Reason);
        writer.WriteString("detail"u8, failure.Detail);
        Optional(writer, "raw", failure.Raw);
        WriteUsage(writer, failure.Usage);
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteUsage(Utf8JsonWriter writer, ChatUsage? usage)
    {
        if (usage is null)
        {
            return;
        }

        writer.WriteStartArray("usage"u8);
        writer.WriteNumberValue(usage.Prompt);
        writer.WriteNumberValue(usage.Completion);
        writer.WriteNumberValue(usage.Reasoning);
        writer.WriteNumberValue(usage.Cached);
        writer.WriteEndArray();
    }

    private static void WriteTokens(Utf8JsonWriter writer, ImmutableArray<TokenLogprob> tokens)
    {
        writer.WriteStartArray();
        foreach (var token in tokens)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(token.Token);
            writer.WriteNumberValue(token.Logprob);
            WriteTokens(writer, token.Alternatives);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static ChatReply ReadReply(JsonElement root) => new()
    {
        Content = root.GetProperty("content").GetString()!,
        Reasoning = Optional(root, "reasoning"),
        FinishReason = root.GetProperty("finish").GetString()!,
        Model = root.GetProperty("model").GetString()!,
        Endpoint = root.GetProperty("endpoint").GetString()!,
        Usage = ReadUsage(root),
        Logprobs = root.TryGetProperty("logprobs", out var tokens) ? ReadTokens(tokens) : [],
    };

    private static ChatFailure ReadFailure(JsonElement root) =>
        new(root.GetProperty("reason").GetString()!, root.GetProperty("detail").GetString()!, Optional(root, "raw")) { IsFinal = true, Usage = ReadUsage(root) };

    private static string? Optional(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static ChatUsage? ReadUsage(JsonElement root) => root.TryGetProperty("usage", out var usage)
        ? new ChatUsage(usage[0].GetInt64(), usage[1].GetInt64(), usage[2].GetInt64(), usage[3].GetInt64()) : null;

    private static ImmutableArray<TokenLogprob> ReadTokens(JsonElement tokens) =>
        [.. tokens.EnumerateArray().Select(token => new TokenLogprob(token[0].GetString()!, token[1].GetDouble(), ReadTokens(token[2])))];
}
