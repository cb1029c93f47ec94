using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Replies;

/// <summary>Decides what a completion that was read in full means: a reply, a refusal or nothing.</summary>
internal sealed class ReplyMaker(string model, string origin, Redactor redactor)
{
    public Attempt Make(Completion completion)
    {
        var (content, reasoning) = Reasoning.Split(redactor.WithoutKnown(completion.Content), redactor.WithoutKnown(completion.Reasoning));
        if (Failure(completion, content, reasoning) is { } failure)
        {
            return new Attempt(AttemptKind.Answered, ChatOutcome.Of(failure)) { MayHaveUsedTokens = completion.Usage is null };
        }

        var reply = new ChatReply
        {
            Content = content,
            Reasoning = reasoning,
            FinishReason = completion.FinishReason ?? "unknown",
            Usage = completion.Usage,
            Logprobs = [.. completion.Logprobs],
            Model = completion.Model ?? model,
            Endpoint = origin,
        };
        return new Attempt(AttemptKind.Answered, ChatOutcome.Of(reply)) { MayHaveUsedTokens = completion.Usage is null };
    }

    private ChatFailure? Failure(Completion completion, string content, string? reasoning)
    {
        if (completion.Refusal.Length > 0)
        {
            return Final(RejectReasons.ModelRefusal, "the model declined to answer", redactor.WithoutKnown(completion.Refusal), completion);
        }

        if (!string.IsNullOrWhiteSpace(content))
        {
            return null;
        }

        return completion.FinishReason switch
        {
            "content_filter" => Final(RejectReasons.ModelRefusal, "the endpoint's content filter withheld the reply", reasoning, completion),
            "length" => Final(RejectReasons.EmptyReply, "the token limit was reached before the answer began", reasoning, completion),
            "tool_calls" => Final(RejectReasons.EmptyReply, "the model called a tool instead of answering", reasoning, completion),
            _ => Final(RejectReasons.EmptyReply, "the model answered with nothing", reasoning, completion),
        };
    }

    private static ChatFailure Final(string reason, string detail, string? raw, Completion completion) =>
        new(reason, detail, raw) { IsFinal = true, Usage = completion.Usage };
}
