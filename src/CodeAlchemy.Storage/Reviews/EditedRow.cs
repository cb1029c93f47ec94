using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>Rows in the form that a person gave them.</summary>
public static class EditedRow
{
    /// <summary>
    /// The row with the messages of an edit: what depends on them is counted anew, no check holds any more (<c>unverified</c>, the evidence is that
    /// of the original), and <c>provenance.review</c> says what was edited, when, by whom, and the digest of the original. Id and columns stay.
    /// </summary>
    /// <param name="row">The row as it was made.</param>
    /// <param name="edit">The edit with its messages.</param>
    /// <param name="tokenizer">Name of the tokenizer.</param>
    /// <param name="count">Counts the tokens of a text.</param>
    /// <returns>The line without its end.</returns>
    public static byte[] Of(JsonElement row, ReviewRecord edit, string tokenizer, Func<string, int> count)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(count);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonRows.WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var column in row.EnumerateObject())
            {
                writer.WritePropertyName(column.Name);
                Column(writer, row, column, edit, tokenizer, count);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Column(
        Utf8JsonWriter writer, JsonElement row, JsonProperty column, ReviewRecord edit, string tokenizer, Func<string, int> count)
    {
        switch (column.Name)
        {
            case "messages":
                SampleJson.Messages(writer, edit.Messages);
                break;
            case "has_reasoning":
                writer.WriteBooleanValue(edit.Messages.Any(m => m.Reasoning is not null));
                break;
            case "tokens":
                writer.WriteStartObject();
                writer.WriteString("tokenizer", tokenizer);
                writer.WriteNumber("count", edit.Messages.Sum(m => (long)count(m.Content) + (m.Reasoning is null ? 0 : count(m.Reasoning))));
                writer.WriteEndObject();
                break;
            case "verification":
                Unverified(writer, column.Value);
                break;
            case "provenance":
                Provenance(writer, column.Value, edit, Places(row, edit.Messages));
                break;
            default:
                column.Value.WriteTo(writer);
                break;
        }
    }

    private static void Unverified(Utf8JsonWriter writer, JsonElement checks)
    {
        writer.WriteStartArray();
        foreach (var check in checks.EnumerateArray())
        {
            writer.WriteStartObject();
            foreach (var part in check.EnumerateObject())
            {
                writer.WritePropertyName(part.Name);
                if (part.Name == "status")
                {
                    writer.WriteStringValue("unverified");
                }
                else
                {
                    part.Value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Provenance(Utf8JsonWriter writer, JsonElement provenance, ReviewRecord edit, IEnumerable<string> places)
    {
        writer.WriteStartObject();
        foreach (var part in provenance.EnumerateObject())
        {
            part.WriteTo(writer);
        }

        writer.WriteStartObject("review");
        writer.WriteString("decision", ReviewJson.Name(edit.Decision));
        writer.WriteNumber("sequence", edit.Sequence);
        writer.WriteString("time", ReviewJson.Time(edit.Time));
        writer.Text("author", edit.Author);
        writer.Text("reason", edit.Reason);
        writer.WriteStartArray("edited");
        foreach (var place in places)
        {
            writer.WriteStringValue(place);
        }

        writer.WriteEndArray();
        writer.WriteString("digest", RowKey.Hex(edit.Row.Digest));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Message by message where they are still the same turns; else the whole conversation is another.
    private static IEnumerable<string> Places(JsonElement row, ImmutableArray<Message> edited)
    {
        var made = row.GetProperty("messages").EnumerateArray().ToList();
        return made.Select(m => m.GetProperty("role").GetString()).SequenceEqual(edited.Select(m => m.Role))
            ? made.SelectMany((m, i) => new[] { (Name: "content", Text: edited[i].Content), (Name: "reasoning", Text: edited[i].Reasoning) }
                .Where(part => part.Text != (m.TryGetProperty(part.Name, out var text) ? text.GetString() : null)).Select(part => $"messages[{i}].{part.Name}"))
            : ["messages"];
    }
}
