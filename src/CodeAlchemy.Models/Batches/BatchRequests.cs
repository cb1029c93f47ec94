using System.Globalization;
using System.Text.Json;

namespace CodeAlchemy.Models.Batches;

/// <summary>Reads the keys of requests that were written before.</summary>
internal static class BatchRequests
{
    public const string Prefix = "requests-";

    public static IEnumerable<UInt128> Keys(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, $"{Prefix}*.jsonl").SelectMany(File.ReadLines).Select(Key).OfType<UInt128>()
        : [];

    /// <summary>The key that a line names, or <see langword="null"/> when it names none of ours.</summary>
    public static UInt128? Key(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("custom_id", out var id)
                && id.ValueKind == JsonValueKind.String
                && UInt128.TryParse(id.GetString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var key) ? key : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
