using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>
/// Reads one row of a table. Columns not named by the manifest have the names of The Stack v2: text in <c>text</c> or
/// <c>content</c>, <c>path</c>, <c>language</c>, <c>blob_id</c> or <c>id</c>, <c>repo_name</c>, <c>detected_licenses</c>, <c>license_type</c>.
/// </summary>
internal sealed class JsonlRow(ImmutableSortedDictionary<string, string> columns)
{
    public CorpusItem Read(CorpusEntry entry, byte[] line)
    {
        var item = new CorpusItem { Path = entry.Path, Length = entry.Length };
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(item, document.RootElement)
                : Malformed(item, "The row is not a JSON object.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Malformed(item, "The row is not valid JSON.", fault.Message);
        }
    }

    private CorpusItem Read(CorpusItem item, JsonElement row)
    {
        if (Text(row, "text", "text", "content") is not { } text)
        {
            return Malformed(item, $"The row has no text column '{columns.GetValueOrDefault("text", "text")}'.");
        }

        var content = Encoding.UTF8.GetBytes(text);
        return item with
        {
            Path = CleanPath(Text(row, "path", "path")) ?? item.Path,
            Length = content.Length,
            Content = content,
            DeclaredLanguage = Text(row, "language", "language", "lang"),
            Origin = new SourceOrigin(
                Text(row, "id", "blob_id", "id"),
                Text(row, "repo_name", "repo_name"),
                Licenses(row),
                Text(row, "license_type", "license_type") ?? "unknown"),
        };
    }

    private string? Text(JsonElement row, string column, params ReadOnlySpan<string> usual)
    {
        if (columns.TryGetValue(column, out var named))
        {
            return AsText(row, named);
        }

        foreach (var name in usual)
        {
            if (AsText(row, name) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string? AsText(JsonElement row, string name) => !row.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static ImmutableArray<string> Licenses(JsonElement row) =>
        row.TryGetProperty("detected_licenses", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(l => l.ValueKind == JsonValueKind.String).Select(l => l.GetString()!)]
            : [];

    /// <summary>A path that stays inside a folder, or <see langword="null"/> when nothing is left of it.</summary>
    private static string? CleanPath(string? path)
    {
        var parts = path?.Split('/', '\\').Where(p => p is not ("" or "." or "..")) ?? [];
        var clean = string.Join('/', parts).Replace("\0", string.Empty, StringComparison.Ordinal);
        return clean.Length == 0 ? null : clean;
    }

    private static CorpusItem Malformed(CorpusItem item, string detail, string? evidence = null) =>
        item with { Failure = new CorpusFailure(CorpusReasons.MalformedRow, detail, Evidence: evidence) };
}
