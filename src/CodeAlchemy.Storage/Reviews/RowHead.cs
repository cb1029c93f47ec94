using System.Security.Cryptography;
using System.Text.Json;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>What an index keeps of a row.</summary>
/// <param name="Key">Strategy, id and digest.</param>
/// <param name="Language">Language of the source.</param>
/// <param name="Task">Task.</param>
public readonly record struct RowHead(RowKey Key, string Language, string Task)
{
    /// <summary>
    /// Reads the head of a row. The digest is the first 128 bits of a SHA-256 over the columns as they stand in the line, each as name, ':', value
    /// and '\n', without <c>tokens</c>, <c>source</c> and <c>provenance</c>: a renamed file, another tokenizer or another run make no other row.
    /// </summary>
    /// <param name="line">A line of <c>data/</c>.</param>
    /// <param name="intern">Gives one instance of equal texts.</param>
    /// <exception cref="JsonException">It is not a row.</exception>
    public static RowHead Of(ReadOnlySpan<byte> line, Func<string, string> intern)
    {
        ArgumentNullException.ThrowIfNull(intern);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The row is not a JSON object.");
        }

        string? id = null, strategy = null, language = null, task = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
            switch (name)
            {
                case "id": id = text; break;
                case "strategy": strategy = text; break;
                case "language": language = text; break;
                case "task": task = text; break;
                case "tokens" or "source" or "provenance": continue;
            }

            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name + ":"));
            hash.AppendData(line[start..(int)reader.BytesConsumed]);
            hash.AppendData("\n"u8);
        }

        if (!RowKey.TryHex(id, out var row) || strategy is null || language is null || task is null)
        {
            throw new JsonException("The row lacks its id, strategy, language or task.");
        }

        var digest = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
        return new RowHead(new RowKey(intern(strategy), row, digest), intern(language), intern(task));
    }
}
