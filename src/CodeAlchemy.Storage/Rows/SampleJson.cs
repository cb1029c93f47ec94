using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Storage.Rows;

/// <summary>Writes samples as rows, columns in the order of the format.</summary>
public static class SampleJson
{
    /// <summary>Writes one row without the line end.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="id">Id of the row.</param>
    /// <param name="source">The source.</param>
    /// <param name="origin">What the host knows.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="tokenizer">Name of the tokenizer.</param>
    /// <param name="tokens">Tokens of the messages' contents and reasoning.</param>
    public static void Write(
        IBufferWriter<byte> target, string id, SourceFile source, RowOrigin origin, Sample sample, string tokenizer, long tokens)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(sample);
        using var writer = new Utf8JsonWriter(target, JsonRows.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("strategy", origin.Strategy);
        writer.Text("task", sample.Task);
        writer.WriteString("language", source.Language);
        writer.WritePropertyName("messages");
        Messages(writer, sample.Messages);
        writer.WriteBoolean("has_reasoning", sample.Messages.Any(m => m.Reasoning is not null));
        writer.WriteStartObject("tokens");
        writer.WriteString("tokenizer", tokenizer);
        writer.WriteNumber("count", tokens);
        writer.WriteEndObject();
        Source(writer, source);
        Provenance(writer, origin, sample);
        Verification(writer, sample);
        writer.WriteStartObject("scores");
        foreach (var (name, value) in sample.Scores)
        {
            writer.WriteNumber(JsonRows.Clean(name), value);
        }

        writer.WriteEndObject();
        writer.Text("case", sample.Case);
        writer.WriteNumber("index", sample.Index);
        writer.WriteStartObject("labels");
        foreach (var (name, value) in sample.Labels)
        {
            writer.Text(JsonRows.Clean(name), value);
        }

        writer.WriteEndObject();
        // A text, because its keys differ from row to row and table readers want one type per column.
        writer.Text("extra", sample.Extra is null ? null : CanonicalJson.Of(sample.Extra));
        writer.WriteEndObject();
    }

    /// <summary>Writes messages as a list.</summary>
    internal static void Messages(Utf8JsonWriter writer, ImmutableArray<Message> messages)
    {
        writer.WriteStartArray();
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.Text("role", message.Role);
            writer.Text("content", message.Content);
            if (message.Reasoning is not null)
            {
                writer.Text("reasoning", message.Reasoning);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Source(Utf8JsonWriter writer, SourceFile source)
    {
        writer.WriteStartObject("source");
        writer.Text("blob_id", source.Origin.BlobId ?? source.Sha256);
        writer.Text("repo_name", source.Origin.RepoName);
        writer.Text("path", source.Path);
        Texts(writer, "detected_licenses", source.Origin.DetectedLicenses);
        writer.Text("license_type", source.Origin.LicenseType);
        writer.WriteString("sha256", source.Sha256);
        Texts(writer, "imports", source.Imports);
        writer.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(JsonRows.Clean(text));
        }

        writer.WriteEndArray();
    }

    private static void Provenance(Utf8JsonWriter writer, RowOrigin origin, Sample sample)
    {
        writer.WriteStartObject("provenance");
        writer.WriteString("run", origin.Run);
        writer.WriteString("plugin", origin.Strategy);
        writer.WriteString("version", origin.Version);
        writer.WriteStartArray("templates");
        foreach (var prompt in sample.Prompts)
        {
            writer.WriteStartObject();
            writer.Text("template", prompt.Template);
            writer.Text("sha256", prompt.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        // One model in most rows; several are listed in the order in which they were asked.
        writer.Text("model", sample.Models.IsEmpty ? null : string.Join(", ", sample.Models.Select(model => model.Name).Distinct()));
        writer.Text("model_parameters", ModelParameters(origin, sample));
        writer.WriteString("parameters", origin.Parameters);
        writer.WriteNumber("seed", origin.Seed);
        writer.WriteEndObject();
    }

    private static string? ModelParameters(RowOrigin origin, Sample sample) => sample.Models.IsEmpty ? null : CanonicalJson.Of(new JsonObject(
        sample.Models.Select(model => model.Role).Distinct()
            .Select(role => KeyValuePair.Create(role, JsonNode.Parse(origin.Models.GetValueOrDefault(role) ?? "null")))));

    private static void Verification(Utf8JsonWriter writer, Sample sample)
    {
        writer.WriteStartArray("verification");
        foreach (var check in sample.Verification)
        {
            writer.WriteStartObject();
            writer.Text("method", check.Method);
            writer.WriteString("status", StatusName(check.Status));
            writer.Text("evidence", check.Evidence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string StatusName(VerificationStatus status) => status switch
    {
        VerificationStatus.Verified => "verified",
        VerificationStatus.Failed => "failed",
        _ => "unverified",
    };
}
