using System.Buffers;
using System.Text.Json;

namespace CodeAlchemy.Storage.Rows;

/// <summary>Writes and reads lines of <c>rejects/</c>.</summary>
public static class RejectJson
{
    /// <summary>Writes one reject without the line end.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="reject">The reject.</param>
    public static void Write(IBufferWriter<byte> target, RejectRecord reject)
    {
        ArgumentNullException.ThrowIfNull(reject);
        using var writer = new Utf8JsonWriter(target, JsonRows.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("id", reject.Id);
        writer.Text("input", reject.Input);
        writer.Text("language", reject.Language);
        writer.Text("stage", reject.Stage);
        writer.Text("strategy", reject.Strategy);
        writer.Text("task", reject.Task);
        writer.Text("case", reject.Case);
        writer.Text("reason", reject.Reason);
        writer.Text("detail", reject.Detail);
        writer.Text("evidence", reject.Evidence);
        writer.WriteEndObject();
    }

    /// <summary>Reads one reject.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="JsonException">It is not a reject.</exception>
    public static RejectRecord Read(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        return new RejectRecord(
            Required(row, "id"), Required(row, "input"), Optional(row, "language"), Required(row, "stage"), Optional(row, "strategy"),
            Optional(row, "task"), Optional(row, "case"), Required(row, "reason"), Required(row, "detail"), Optional(row, "evidence"));
    }

    private static string Required(JsonElement row, string name) =>
        Optional(row, name) ?? throw new JsonException($"'{name}' is missing.");

    private static string? Optional(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}
