using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>What a row made of a script claims: these files leave files of this digest.</summary>
/// <param name="File">File of the row.</param>
/// <param name="Line">Its line.</param>
/// <param name="Digest">The digest.</param>
/// <param name="Request">The script with its files as the row carries them; <see langword="null"/> when it doesn't, or they are misshapen.</param>
internal sealed record ScriptClaim(string File, long Line, string Digest, ScriptRequest? Request)
{
    private const string Method = "script-execution";

    // What a row may hold is an option of its strategy; here the private file system of the run is limit enough.
    private const long Most = 1L << 30;

    /// <summary>The claim of a row; <see langword="null"/> when it makes none.</summary>
    public static ScriptClaim? Of(SampleRow row)
    {
        var proof = row.Json.GetProperty("verification").EnumerateArray().FirstOrDefault(entry =>
            entry.GetProperty("method").GetString() == Method && entry.GetProperty("status").GetString() == "verified");
        return proof.ValueKind == JsonValueKind.Object
            ? new ScriptClaim(row.File, row.Line, proof.GetProperty("evidence").GetString() ?? "", Read(row))
            : null;
    }

    /// <summary>What is wrong with the row.</summary>
    public Finding Wrong(string code, string message) => new(code, DiagnosticSeverity.Error, message, File, Line);

    private static ScriptRequest? Read(SampleRow row)
    {
        try
        {
            var extra = row.Json.GetProperty("extra") is { ValueKind: JsonValueKind.String } text ? JsonNode.Parse(text.GetString()!) : null;
            return extra is JsonObject facts
                ? new ScriptRequest
                {
                    Language = row.Language,
                    Script = Text(facts, "script"),
                    Name = Text(facts, "scriptName"),
                    Files = ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal)
                        .Add(Text(facts, "file"), [.. Encoding.UTF8.GetBytes(Text(facts, "program"))]),
                    Collect = Patterns(facts),
                    MostBytes = Most,
                }
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ImmutableArray<string> Patterns(JsonObject facts) =>
        facts["collect"] is JsonArray patterns ? [.. patterns.Select(pattern => pattern?.GetValue<string>() ?? "")] : [];

    private static string Text(JsonObject facts, string name) =>
        facts[name]?.GetValue<string>() ?? throw new InvalidOperationException($"the row has no '{name}'");
}
