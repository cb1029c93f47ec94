using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Batches;

/// <summary>Reads one line of a result file: <c>response.status_code</c> and <c>response.body</c>, or <c>error</c>.</summary>
internal sealed class BatchReply(ReplyMaker maker, Redactor redactor)
{
    private const int Success = 200;

    public static bool IsReply(string line)
    {
        using var document = JsonDocument.Parse(line);
        return Status(document.RootElement) == Success;
    }

    public ChatOutcome Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return Status(root) == Success
                ? maker.Make(CompletionReader.Read(root.GetProperty("response").GetProperty("body"))).Outcome
                : Refused(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return ChatOutcome.Failed(RejectReasons.MalformedReply, $"the batch result is no chat completion: {exception.Message}", redactor.Clean(line));
        }
    }

    private static int? Status(JsonElement root) =>
        root.TryGetProperty("response", out var response) && response.ValueKind == JsonValueKind.Object
        && response.TryGetProperty("status_code", out var status) && response.TryGetProperty("body", out _) && status.TryGetInt32(out var code) ? code : null;

    private ChatOutcome Refused(JsonElement root)
    {
        var place = Status(root) is not null ? root.GetProperty("response").GetProperty("body") : root;
        return ChatOutcome.Failed(
            RejectReasons.ModelRefused, $"the batch gave an error: {ErrorBody.Read(Encoding.UTF8.GetBytes(place.GetRawText()), redactor).Message}", redactor.Clean(root.GetRawText()));
    }
}
