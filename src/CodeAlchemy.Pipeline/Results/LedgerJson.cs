using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeAlchemy.Pipeline.Results;

/// <summary>Reads and writes <c>ledger.json</c>.</summary>
public static class LedgerJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of the file; they depend only on the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    public static byte[] Write(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", Ledger.CurrentSchema);
            writer.WriteNumber("inputs", ledger.Inputs);
            writer.WriteNumber("kept", ledger.Kept);
            writer.WriteNumber("filtered", ledger.Filtered);
            writer.WriteNumber("duplicate", ledger.Duplicate);
            writer.WriteNumber("failed", ledger.Failed);
            writer.WriteNumber("rows", ledger.Rows);
            writer.WriteNumber("rejects", ledger.Rejects);
            WriteStages(writer, ledger);
            WriteYield(writer, ledger);
            WriteImports(writer, ledger);
            writer.WriteBoolean("balanced", ledger.Balanced);
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads the file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="JsonException">They are not a ledger of this version.</exception>
    public static Ledger Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.GetProperty("schema").GetString() != Ledger.CurrentSchema)
            {
                throw new JsonException($"The ledger is not {Ledger.CurrentSchema}.");
            }

            long Number(string name) => root.GetProperty(name).GetInt64();
            return new Ledger
            {
                Inputs = Number("inputs"),
                Kept = Number("kept"),
                Filtered = Number("filtered"),
                Duplicate = Number("duplicate"),
                Failed = Number("failed"),
                Rows = Number("rows"),
                Rejects = Number("rejects"),
                ByStage = [.. root.GetProperty("byStage").EnumerateArray().Select(ReadStage)],
                Yield = [.. root.GetProperty("yield").EnumerateArray().Select(ReadYield)],
                Imports = [.. root.GetProperty("imports").EnumerateArray().Select(ReadImports)],
            };
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The ledger lacks a member or has one of another type.", fault);
        }
    }

    private static void WriteStages(Utf8JsonWriter writer, Ledger ledger)
    {
        writer.WriteStartArray("byStage");
        foreach (var stage in ledger.ByStage)
        {
            writer.WriteStartObject();
            writer.WriteString("stage", stage.Stage);
            writer.WriteNumber("in", stage.In);
            writer.WriteNumber("out", stage.Out);
            WriteCounts(writer, "reasons", stage.Reasons);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteYield(Utf8JsonWriter writer, Ledger ledger)
    {
        writer.WriteStartArray("yield");
        foreach (var count in ledger.Yield)
        {
            writer.WriteStartObject();
            writer.WriteString("strategy", count.Strategy);
            writer.WriteString("language", count.Language);
            writer.WriteNumber("inputs", count.Inputs);
            writer.WriteNumber("kept", count.Kept);
            writer.WriteNumber("rows", count.Rows);
            WriteCounts(writer, "rejects", count.Rejects);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteImports(Utf8JsonWriter writer, Ledger ledger)
    {
        writer.WriteStartArray("imports");
        foreach (var count in ledger.Imports)
        {
            writer.WriteStartObject();
            writer.WriteString("language", count.Language);
            writer.WriteNumber("inputs", count.Inputs);
            WriteCounts(writer, "libraries", count.Libraries);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter writer, string name, ImmutableSortedDictionary<string, long> counts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            writer.WriteNumber(key, count);
        }

        writer.WriteEndObject();
    }

    private static StageCount ReadStage(JsonElement stage) => new(
        stage.GetProperty("stage").GetString()!,
        stage.GetProperty("in").GetInt64(),
        stage.GetProperty("out").GetInt64(),
        ReadCounts(stage.GetProperty("reasons")));

    private static YieldCount ReadYield(JsonElement count) => new(
        count.GetProperty("strategy").GetString()!,
        count.GetProperty("language").GetString()!,
        count.GetProperty("inputs").GetInt64(),
        count.GetProperty("kept").GetInt64(),
        count.GetProperty("rows").GetInt64(),
        ReadCounts(count.GetProperty("rejects")));

    private static ImportCount ReadImports(JsonElement count) => new(
        count.GetProperty("language").GetString()!,
        count.GetProperty("inputs").GetInt64(),
        ReadCounts(count.GetProperty("libraries")));

    private static ImmutableSortedDictionary<string, long> ReadCounts(JsonElement counts) =>
        counts.EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => p.Value.GetInt64(), StringComparer.Ordinal);
}
