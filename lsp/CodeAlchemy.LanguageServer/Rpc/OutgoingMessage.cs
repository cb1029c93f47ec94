using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>Writes messages of JSON-RPC 2.0.</summary>
internal static class OutgoingMessage
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Reply<T>(string id, T result, JsonTypeInfo<T> type) => Write(writer =>
    {
        WriteId(writer, id);
        writer.WritePropertyName("result");
        JsonSerializer.Serialize(writer, result, type);
    });

    public static byte[] Failure(string? id, int code, string message, JsonNode? data) => Write(writer =>
    {
        WriteId(writer, id ?? "null");
        writer.WriteStartObject("error");
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
        if (data is not null)
        {
            writer.WritePropertyName("data");
            data.WriteTo(writer);
        }

        writer.WriteEndObject();
    });

    public static byte[] Notification<T>(string method, T parameters, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteString("method", method);
        writer.WritePropertyName("params");
        JsonSerializer.Serialize(writer, parameters, type);
    });

    /// <summary>A part of a result, by the token that the client gave with its request.</summary>
    public static byte[] Part<T>(JsonElement token, T part, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteString("method", "$/progress");
        writer.WriteStartObject("params");
        writer.WritePropertyName("token");
        token.WriteTo(writer);
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, part, type);
        writer.WriteEndObject();
    });

    public static byte[] Request<T>(long id, string method, T parameters, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteNumber("id", id);
        writer.WriteString("method", method);
        writer.WritePropertyName("params");
        JsonSerializer.Serialize(writer, parameters, type);
    });

    private static void WriteId(Utf8JsonWriter writer, string raw)
    {
        writer.WritePropertyName("id");
        writer.WriteRawValue(raw);
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
