using System.Buffers;
using System.Text.Json;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>How each input of a shard ended, a JSON array per line.</summary>
internal static class ResultLine
{
    public static void Write(ArrayBufferWriter<byte> target, InputResult result)
    {
        using (var writer = new Utf8JsonWriter(target))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(result.Ordinal);
            writer.WriteStringValue(result.Path);
            writer.WriteStringValue(result.Language);
            writer.WriteNumberValue((int)result.Fate);
            writer.WriteStringValue(result.Stage);
            writer.WriteStringValue(result.Reason);
            writer.WriteNumberValue(result.Rows);
            writer.WriteNumberValue(result.Rejects);
            writer.WriteEndArray();
        }

        target.Write("\n"u8);
    }

    public static InputResult Read(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        return new InputResult(
            row[0].GetInt64(), row[1].GetString()!, row[2].GetString(), (InputFate)row[3].GetInt32(), row[4].GetString()!,
            row[5].GetString(), row[6].GetInt32(), row[7].GetInt32());
    }
}
