using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>Bytes of completions, whole or streamed.</summary>
internal static class CompletionText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The reply that is given when nothing else is asked for; quick, so that a measurement measures the client.</summary>
    public static byte[] Plain(string content, int promptBytes) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"chatcmpl-0","object":"chat.completion","model":"dummy-1","choices":[{"index":0,"message":{"role":"assistant","content":"{{{content}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":{{{Math.Max(1, promptBytes / 8)}}},"completion_tokens":{{{content.Length / 4}}}}}"""));

    public static byte[] Whole(Behaviour behaviour, string content, string? refusal, int promptBytes) => Bytes(new JsonObject
    {
        ["id"] = "chatcmpl-0",
        ["object"] = "chat.completion",
        ["model"] = "dummy-1",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = Message(content, behaviour.Reasoning, refusal),
            ["logprobs"] = behaviour.Logprobs ? Logprobs(content) : null,
            ["finish_reason"] = behaviour.Finish,
        }),
        ["usage"] = behaviour.Usage ? Usage(behaviour, content, promptBytes) : null,
    });

    public static byte[] NoChoices() => Bytes(new JsonObject { ["model"] = "dummy-1", ["choices"] = new JsonArray() });

    /// <summary>The events of a streamed completion.</summary>
    public static IEnumerable<byte[]> Events(Behaviour behaviour, string content, int promptBytes)
    {
        foreach (var piece in Pieces(behaviour.Reasoning ?? string.Empty))
        {
            yield return Delta("reasoning_content", piece);
        }

        foreach (var piece in Pieces(content))
        {
            yield return Delta("content", piece);
        }

        yield return Event(Bytes(new JsonObject { ["model"] = "dummy-1", ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject(), ["finish_reason"] = behaviour.Finish }) }));
        if (behaviour.Usage)
        {
            yield return Event(Bytes(new JsonObject { ["model"] = "dummy-1", ["choices"] = new JsonArray(), ["usage"] = Usage(behaviour, content, promptBytes) }));
        }

        yield return "data: [DONE]\n\n"u8.ToArray();
    }

    public static byte[] Delta(string field, string text) =>
        Event(Bytes(new JsonObject { ["model"] = "dummy-1", ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { [field] = text } }) }));

    private static byte[] Event(byte[] data) => [.. "data: "u8, .. data, .. "\n\n"u8];

    private static byte[] Bytes(JsonObject value)
    {
        foreach (var name in value.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray())
        {
            value.Remove(name);
        }

        return JsonSerializer.SerializeToUtf8Bytes(value, Json);
    }

    private static JsonObject Message(string content, string? reasoning, string? refusal)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = refusal is null ? content : null };
        if (reasoning is not null)
        {
            message["reasoning_content"] = reasoning;
        }

        if (refusal is not null)
        {
            message["refusal"] = refusal;
        }

        return message;
    }

    private static JsonObject Usage(Behaviour behaviour, string content, int promptBytes)
    {
        var completion = behaviour.CompletionTokens > 0 ? behaviour.CompletionTokens : Math.Max(1, content.Length / 4);
        return new JsonObject
        {
            ["prompt_tokens"] = Math.Max(1, promptBytes / 8),
            ["completion_tokens"] = completion,
            ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = (behaviour.Reasoning?.Length ?? 0) / 4 },
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 2 },
        };
    }

    private static JsonObject Logprobs(string content) => new()
    {
        ["content"] = new JsonArray([.. content.Split(' ').Select(word => new JsonObject
        {
            ["token"] = word,
            ["logprob"] = -0.25,
            ["top_logprobs"] = new JsonArray(new JsonObject { ["token"] = word, ["logprob"] = -0.25 }, new JsonObject { ["token"] = "other", ["logprob"] = -2.5 }),
        })]),
    };

    private static IEnumerable<string> Pieces(string text)
    {
        const int Size = 7;
        for (var at = 0; at < text.Length; at += Size)
        {
            yield return text.Substring(at, Math.Min(Size, text.Length - at));
        }
    }
}
