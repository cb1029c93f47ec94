using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>Lines of a review journal.</summary>
internal static class ReviewJson
{
    private const string Family = "codealchemy.review/";
    private static readonly string[] Known = ["schema", "sequence", "time", "decision", "strategy", "row", "digest", "reason", "messages", "of", "author"];

    /// <summary>A record as a line with its end.</summary>
    public static byte[] Write(ReviewRecord record)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonRows.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", ReviewRecord.CurrentSchema);
            writer.WriteNumber("sequence", record.Sequence);
            writer.WriteString("time", Time(record.Time));
            writer.WriteString("decision", Name(record.Decision));
            Content(writer, record);
            Optional(writer, "author", record.Author);
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>The name of a decision as it is written.</summary>
    public static string Name(ReviewDecision decision) => decision.ToString().ToLowerInvariant();

    /// <summary>A time as it is written: UTC, in milliseconds.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="record">The record, or <see langword="null"/>.</param>
    /// <param name="newer">The schema, when it is of a version that this tool does not know.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static string? Read(byte[] line, out ReviewRecord? record, out string? newer)
    {
        (record, newer) = (null, null);
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var schema = root.GetProperty("schema").GetString();
            if (schema != ReviewRecord.CurrentSchema)
            {
                newer = schema?.StartsWith(Family, StringComparison.Ordinal) == true ? schema : null;
                return $"the schema is {schema}";
            }

            return root.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !Known.Contains(n)) is { } unknown
                ? $"'{unknown}' is no key of a decision"
                : Read(root, out record);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return fault is JsonException ? "it is not JSON" : fault.Message;
        }
    }

    private static string? Read(JsonElement root, out ReviewRecord? record)
    {
        record = null;
        var name = root.GetProperty("decision").GetString();
        var decision = Enum.GetValues<ReviewDecision>().Where(d => Name(d) == name).Cast<ReviewDecision?>().FirstOrDefault();
        if (decision is not { } known)
        {
            return $"'{name}' is no decision";
        }

        var read = new ReviewRecord
        {
            Sequence = root.GetProperty("sequence").GetInt64(),
            Time = root.GetProperty("time").GetDateTimeOffset(),
            Decision = known,
            Reason = Text(root, "reason"),
            Author = Text(root, "author"),
        };
        if (known is ReviewDecision.Undo or ReviewDecision.Redo)
        {
            record = read with { Of = root.GetProperty("of").GetInt64() };
            return null;
        }

        if (!RowKey.TryHex(root.GetProperty("row").GetString(), out var row) || !RowKey.TryHex(root.GetProperty("digest").GetString(), out var digest))
        {
            return "row and digest are not 32 hexadecimal digits";
        }

        ImmutableArray<Message> messages = default;
        if (known == ReviewDecision.Edit && ReviewMessages.Read(root.GetProperty("messages"), out messages) is { } wrong)
        {
            return wrong;
        }

        record = read with { Row = new RowKey(string.Intern(root.GetProperty("strategy").GetString()!), row, digest), Messages = messages };
        return null;
    }

    private static void Content(Utf8JsonWriter writer, ReviewRecord record)
    {
        if (record.Decision is ReviewDecision.Undo or ReviewDecision.Redo)
        {
            writer.WriteNumber("of", record.Of);
            return;
        }

        writer.WriteString("strategy", record.Row.Strategy);
        writer.WriteString("row", RowKey.Hex(record.Row.Row));
        writer.WriteString("digest", RowKey.Hex(record.Row.Digest));
        Optional(writer, "reason", record.Reason);
        if (!record.Messages.IsDefault)
        {
            writer.WritePropertyName("messages");
            SampleJson.Messages(writer, record.Messages);
        }
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.Text(name, text);
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
