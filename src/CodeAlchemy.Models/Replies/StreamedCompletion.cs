using System.Net.ServerSentEvents;
using System.Text.Json;

namespace CodeAlchemy.Models.Replies;

/// <summary>Reads a reply that comes as server-sent events.</summary>
internal static class StreamedCompletion
{
    /// <summary>Reads to the end of the stream.</summary>
    /// <exception cref="JsonException">An event is not a piece of a completion, or the stream ended before the reply did.</exception>
    /// <exception cref="EndpointErrorException">The server reported an error in the stream.</exception>
    public static async ValueTask<Completion> Read(Stream stream, CancellationToken cancellationToken)
    {
        var completion = new Completion();
        var done = false;
        await foreach (var item in SseParser.Create(stream, (_, data) => data.SequenceEqual("[DONE]"u8) ? null : data.ToArray()).EnumerateAsync(cancellationToken))
        {
            done = item.Data is null;
            if (done)
            {
                break;
            }

            Add(completion, item.Data!);
        }

        return done || completion.FinishReason is not null ? completion : throw new JsonException("the stream ended before the reply did");
    }

    private static void Add(Completion completion, byte[] data)
    {
        using var document = JsonDocument.Parse(data);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("an event of the stream is not an object");
        }

        if (root.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
        {
            throw new EndpointErrorException(error.GetRawText());
        }

        completion.Model ??= CompletionReader.Text(root, "model");
        completion.Usage = CompletionReader.Usage(root) ?? completion.Usage;
        if (root.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0)
        {
            completion.Add(choices[0], "delta");
        }
    }
}
