using System.Text.Json;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>The columns of rows and rejects and their types.</summary>
internal static class RowSchema
{
    private static readonly (string Name, string Kind)[] Columns =
    [
        ("id", "id"), ("strategy", "text"), ("task", "text"), ("language", "text"), ("messages", "list"), ("has_reasoning", "bool"),
        ("tokens", "object"), ("source", "object"), ("provenance", "object"), ("verification", "list"), ("scores", "object"),
        ("case", "text?"), ("index", "number"), ("labels", "object"), ("extra", "text?"),
    ];

    private static readonly (string Name, string Kind)[] RejectColumns =
    [
        ("id", "id"), ("input", "text"), ("language", "text?"), ("stage", "text"), ("strategy", "text?"), ("task", "text?"),
        ("case", "text?"), ("reason", "text"), ("detail", "text"), ("evidence", "text?"),
    ];

    /// <summary>What is wrong with a row, or <see langword="null"/>.</summary>
    public static string? Problem(JsonElement row) => Check(row, Columns)
        ?? Check(row.GetProperty("tokens"), [("tokenizer", "text"), ("count", "number")])
        ?? Check(
            row.GetProperty("source"),
            [("blob_id", "text"), ("repo_name", "text?"), ("path", "text"), ("detected_licenses", "list"), ("license_type", "text"), ("sha256", "sha256"), ("imports", "list")])
        ?? Check(
            row.GetProperty("provenance"),
            [("run", "text"), ("plugin", "text"), ("version", "text"), ("templates", "list"), ("model", "text?"), ("model_parameters", "text?"), ("parameters", "text"), ("seed", "number")])
        ?? Messages(row.GetProperty("messages"))
        ?? Each(row.GetProperty("verification"), [("method", "text"), ("status", "text"), ("evidence", "text?")])
        ?? Statuses(row.GetProperty("verification"));

    /// <summary>What is wrong with a reject, or <see langword="null"/>.</summary>
    public static string? RejectProblem(JsonElement row) => Check(row, RejectColumns);

    private static string? Messages(JsonElement messages) => messages.GetArrayLength() == 0
        ? "There are no messages."
        : messages.EnumerateArray().Select(m => m.ValueKind == JsonValueKind.Object && m.TryGetProperty("reasoning", out _)
            ? Check(m, [("role", "text"), ("content", "text"), ("reasoning", "text")])
            : Check(m, [("role", "text"), ("content", "text")])).FirstOrDefault(p => p is not null);

    private static string? Each(JsonElement list, (string, string)[] columns) =>
        list.EnumerateArray().Select(i => Check(i, columns)).FirstOrDefault(p => p is not null);

    private static string? Statuses(JsonElement list) => list.EnumerateArray()
        .Select(i => i.GetProperty("status").GetString()).FirstOrDefault(s => s is not ("verified" or "unverified" or "failed")) is { } unknown
        ? $"'{unknown}' is not a status of a verification." : null;

    private static string? Check(JsonElement row, (string Name, string Kind)[] columns)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return "Something that should be an object is not.";
        }

        var names = row.EnumerateObject().Select(p => p.Name).ToList();
        if (!names.SequenceEqual(columns.Select(c => c.Name)))
        {
            return $"The columns are {string.Join(", ", names)} instead of {string.Join(", ", columns.Select(c => c.Name))}.";
        }

        var wrong = columns.FirstOrDefault(c => !Fits(row.GetProperty(c.Name), c.Kind));
        return wrong.Name is null ? null : $"The column '{wrong.Name}' has a value of the wrong type.";
    }

    private static bool Fits(JsonElement value, string kind) => kind switch
    {
        "id" => IsHex(value, 32),
        "sha256" => IsHex(value, 64),
        "text" => value.ValueKind == JsonValueKind.String,
        "text?" => value.ValueKind is JsonValueKind.String or JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "list" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static bool IsHex(JsonElement value, int length) => value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text && text.Length == length && text.All(char.IsAsciiHexDigitLower);
}
