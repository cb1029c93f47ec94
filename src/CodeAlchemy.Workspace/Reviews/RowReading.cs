using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Takes rows apart for people.</summary>
internal static class RowReading
{
    private const int QuestionLength = 200;

    public static ImmutableArray<Message> Messages(byte[] line)
    {
        using var row = JsonDocument.Parse(line);
        return Messages(row.RootElement);
    }

    public static bool Contains(byte[] line, string text)
    {
        using var row = JsonDocument.Parse(line);
        return Source(row.RootElement).Contains(text, StringComparison.OrdinalIgnoreCase) || Messages(row.RootElement).Any(m =>
            m.Content.Contains(text, StringComparison.OrdinalIgnoreCase) || m.Reasoning?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
    }

    public static RowSummary Summary(RowHead head, byte[] line, RowReview review)
    {
        using var row = JsonDocument.Parse(line);
        return Summary(head, row.RootElement, review);
    }

    public static RowDetails Details(
        string folder, RowHead head, byte[] line, RowReview review, ImmutableArray<Message> edited, ImmutableArray<DecisionView> history)
    {
        var row = JsonSerializer.Deserialize<JsonElement>(line);
        var messages = Messages(row);
        var labels = Labels(row);
        // A row that asks for a trace says in which rendering, and its answer is the trace.
        var rendering = labels.GetValueOrDefault("rendering");
        return new RowDetails(
            Summary(head, row, review),
            messages,
            edited,
            Code(folder, row),
            rendering is null ? null : messages.LastOrDefault(m => m.Role == "assistant")?.Content,
            rendering,
            [.. row.GetProperty("verification").EnumerateArray().Select(v => new RowCheck(
                v.GetProperty("method").GetString()!, v.GetProperty("status").GetString()!, v.GetProperty("evidence").GetString()))],
            row.GetProperty("scores").EnumerateObject().ToImmutableSortedDictionary(s => s.Name, s => s.Value.GetDouble(), StringComparer.Ordinal),
            labels,
            row.GetProperty("provenance"),
            row,
            history);
    }

    private static RowSummary Summary(RowHead head, JsonElement row, RowReview review) => new(
        RowKey.Hex(head.Key.Row), head.Key.Strategy, head.Task, head.Language, row.GetProperty("case").GetString(), Source(row),
        RowKey.Hex(head.Key.Digest), Question(Messages(row)), ReviewView.Of(review));

    private static string Question(ImmutableArray<Message> messages)
    {
        var text = string.Join(' ', (messages.FirstOrDefault(m => m.Role == "user")?.Content ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= QuestionLength ? text : text[..(char.IsHighSurrogate(text[QuestionLength - 2]) ? QuestionLength - 2 : QuestionLength - 1)] + "…";
    }

    private static ImmutableArray<Message> Messages(JsonElement row) =>
    [
        .. row.GetProperty("messages").EnumerateArray().Select(m => new Message(
            m.GetProperty("role").GetString()!, m.GetProperty("content").GetString()!, m.TryGetProperty("reasoning", out var reasoning) ? reasoning.GetString() : null)),
    ];

    private static ImmutableSortedDictionary<string, string> Labels(JsonElement row) => row.GetProperty("labels").EnumerateObject()
        .ToImmutableSortedDictionary(l => l.Name, l => l.Value.GetString() ?? string.Empty, StringComparer.Ordinal);

    private static string Source(JsonElement row) => row.GetProperty("source").GetProperty("path").GetString() ?? string.Empty;

    private static string? Code(string folder, JsonElement row) => ReviewService.HasMachinery(folder)
        ? RunFolder.Open(folder).FindSource(row.GetProperty("source").GetProperty("sha256").GetString()!, Source(row))?.Text
        : null;
}
