using System.Buffers;
using System.Text.Json;
using CodeAlchemy.Storage.Corpora;
using CodeAlchemy.Storage.Datasets;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>The list of one shard's inputs: a JSON array per line with path, length, position and marks.</summary>
internal static class InputFile
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public static void Write(ArrayBufferWriter<byte> target, CorpusEntry entry)
    {
        using (var writer = new Utf8JsonWriter(target))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(entry.Path);
            writer.WriteNumberValue(entry.Length);
            writer.WriteNumberValue(entry.Position);
            writer.WriteNumberValue((int)entry.Marks);
            writer.WriteEndArray();
        }

        target.Write(LineEnd);
    }

    /// <summary>The inputs of a shard, in order.</summary>
    public static IEnumerable<CorpusEntry> Read(string path, long first)
    {
        var ordinal = first;
        foreach (var line in RowReader.Lines(path))
        {
            yield return Parse(line, ordinal++);
        }
    }

    private static CorpusEntry Parse(byte[] line, long ordinal)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        reader.Read();
        var path = reader.GetString()!;
        reader.Read();
        var length = reader.GetInt64();
        reader.Read();
        var position = reader.GetInt64();
        reader.Read();
        return new CorpusEntry(ordinal, path, length, position, (CorpusMarks)reader.GetInt32());
    }
}
