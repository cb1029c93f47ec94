using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Structured;

namespace CodeAlchemy.Models.Requests;

/// <summary>Writes a request as the chat interface wants it. The same request gives the same bytes.</summary>
internal static class RequestBody
{
    /// <summary>The body in memory of its own: the transport may still read it after an answer came.</summary>
    public static byte[] Bytes(ChatRequest request, WireShape shape)
    {
        using var scratch = Scratch.Rent();
        Write(scratch.Json, request, shape);
        scratch.Json.Flush();
        return scratch.Buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, ChatRequest request, WireShape shape)
    {
        writer.WriteStartObject();
        writer.WriteString("model"u8, shape.Model);
        WriteMessages(writer, request, shape.Structured);
        WriteSampling(writer, request, shape);
        WriteStreaming(writer, shape);
        if (request.Schema is { } schema && shape.Structured != StructuredMode.Prompt)
        {
            WriteFormat(writer, schema, shape.Structured);
        }

        writer.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter writer, ChatRequest request, StructuredMode mode)
    {
        var instructed = request.Schema is not null && mode != StructuredMode.JsonSchema ? LastUser(request) : -1;
        writer.WriteStartArray("messages"u8);
        for (var index = 0; index < request.Messages.Length; index++)
        {
            var message = request.Messages[index];
            writer.WriteStartObject();
            writer.WriteString("role"u8, message.Role);
            writer.WriteString("content"u8, index == instructed ? $"{message.Content}\n\n{StructuredPrompts.Instruction(request.Schema!)}" : message.Content);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static int LastUser(ChatRequest request)
    {
        for (var index = request.Messages.Length - 1; index >= 0; index--)
        {
            if (request.Messages[index].Role == "user")
            {
                return index;
            }
        }

        return request.Messages.Length - 1;
    }

    private static void WriteSampling(Utf8JsonWriter writer, ChatRequest request, WireShape shape)
    {
        Number(writer, "temperature", request.Temperature);
        Number(writer, "top_p", request.TopP);
        if (request.MaxTokens is { } most)
        {
            writer.WriteNumber(shape.MaxTokensField, most);
        }

        if (request.Seed is { } seed)
        {
            // Equal seeds would give equal samples.
            writer.WriteNumber("seed"u8, unchecked(seed + request.Index));
        }

        if (request.Stop.Length > 0)
        {
            writer.WriteStartArray("stop"u8);
            foreach (var stop in request.Stop)
            {
                writer.WriteStringValue(stop);
            }

            writer.WriteEndArray();
        }

        if (request.TopLogprobs is { } alternatives)
        {
            writer.WriteBoolean("logprobs"u8, true);
            writer.WriteNumber("top_logprobs"u8, alternatives);
        }

        if (shape.WithIndex)
        {
            writer.WriteNumber("index"u8, request.Index);
        }
    }

    private static void WriteStreaming(Utf8JsonWriter writer, WireShape shape)
    {
        if (shape.Streaming)
        {
            writer.WriteBoolean("stream"u8, true);
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
        }
    }

    private static void WriteFormat(Utf8JsonWriter writer, ReplySchema schema, StructuredMode mode)
    {
        writer.WriteStartObject("response_format"u8);
        if (mode == StructuredMode.JsonObject)
        {
            writer.WriteString("type"u8, "json_object"u8);
            writer.WriteEndObject();
            return;
        }

        writer.WriteString("type"u8, "json_schema"u8);
        writer.WriteStartObject("json_schema"u8);
        writer.WriteString("name"u8, schema.Name);
        writer.WritePropertyName("schema"u8);
        // Compact whatever its layout: a request may have to fit on one line.
        CompiledSchema.For(schema).Source.WriteTo(writer);
        if (CompiledSchema.For(schema).IsStrict)
        {
            writer.WriteBoolean("strict"u8, true);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
