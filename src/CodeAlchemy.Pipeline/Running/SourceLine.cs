using System.Buffers;
using System.Text.Json;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>The copy of a source that led to a row, so that the row can be derived again without the corpus.</summary>
internal static class SourceLine
{
    public static void Write(ArrayBufferWriter<byte> target, SourceFile source)
    {
        using (var writer = new Utf8JsonWriter(target, new JsonWriterOptions { Encoder = Json.Compact.Encoder }))
        {
            JsonSerializer.Serialize(writer, source, Json.Compact);
        }

        target.Write("\n"u8);
    }

    public static SourceFile Read(byte[] line) => JsonSerializer.Deserialize<SourceFile>(line, Json.Compact)!;
}
