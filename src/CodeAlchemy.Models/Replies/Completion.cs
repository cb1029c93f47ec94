using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Replies;

/// <summary>A completion as it was read, in one piece or delta by delta. Not thread-safe.</summary>
internal sealed class Completion
{
    private readonly StringBuilder _content = new();
    private readonly StringBuilder _reasoning = new();
    private readonly StringBuilder _refusal = new();

    public string? Model { get; set; }

    public ChatUsage? Usage { get; set; }

    public string? FinishReason { get; private set; }

    public List<TokenLogprob> Logprobs { get; } = [];

    public string Content => _content.ToString();

    public string Reasoning => _reasoning.ToString();

    public string Refusal => _refusal.ToString();

    /// <summary>Adds a choice's <c>message</c> or <c>delta</c>.</summary>
    public void Add(JsonElement choice, string part)
    {
        if (choice.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("a choice of the reply is not an object");
        }

        if (choice.TryGetProperty(part, out var message))
        {
            _content.Append(CompletionReader.Text(message, "content"));
            _reasoning.Append(CompletionReader.Text(message, "reasoning_content") ?? CompletionReader.Text(message, "reasoning"));
            _refusal.Append(CompletionReader.Text(message, "refusal"));
        }

        FinishReason = CompletionReader.Text(choice, "finish_reason") ?? FinishReason;
        Logprobs.AddRange(CompletionReader.Logprobs(choice));
    }
}
