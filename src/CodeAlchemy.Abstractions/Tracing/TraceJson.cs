using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>
/// The canonical JSON Lines form of a trace, <c>codealchemy.trace/1</c>: one header line, one line per event, one end line.
/// Keys stand in a fixed order and empty ones are left out, so equal traces are equal bytes. In the end line <c>events</c>
/// and <c>recorded</c> count the end itself, so that they equal its <c>seq</c>.
/// </summary>
public static partial class TraceJson
{
    private static readonly string[] KindNames =
        ["call", "line", "return", "exception", "catch", "output", "input", "thread", "truncated"];

    // Encoded once: they stand in every line.
    private static readonly JsonEncodedText[] EncodedKinds = [.. KindNames.Select(name => JsonEncodedText.Encode(name))];
    private static readonly JsonEncodedText Seq = JsonEncodedText.Encode("seq");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText Frame = JsonEncodedText.Encode("frame");
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");
    private static readonly JsonEncodedText Set = JsonEncodedText.Encode("set");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Writes a trace, every line ended by a newline.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="output">Receives UTF-8; left open.</param>
    public static void Write(Trace trace, Stream output)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(output);
        WriteHeader(trace.Header, true, output);
        EventLines.Write(trace.Events.AsMemory(), output);
        WriteEnd(trace.End, true, output);
    }

    /// <summary>The trace as one text.</summary>
    public static string ToText(Trace trace)
    {
        using var buffer = new MemoryStream();
        Write(trace, buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes what the digest covers of the header: no environment.</summary>
    internal static void WriteHeaderForDigest(TraceHeader header, Stream output) => WriteHeader(header, false, output);

    /// <summary>Writes what the digest covers of the end: no counters, no digest.</summary>
    internal static void WriteEndForDigest(TraceEnd end, Stream output) => WriteEnd(end, false, output);

    /// <summary>One event as its line without newline.</summary>
    public static string EventText(TraceEvent e)
    {
        using var buffer = new MemoryStream();
        EventLines.Write(new[] { e }, buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length - 1);
    }

    private static void WriteHeader(TraceHeader header, bool isWhole, Stream output)
    {
        using var lines = new JsonLines();
        WriteHeader(lines.Json, header, isWhole);
        lines.End();
        lines.WriteTo(output);
    }

    private static void WriteEnd(TraceEnd end, bool isWhole, Stream output)
    {
        using var lines = new JsonLines();
        WriteEnd(lines.Json, end, isWhole);
        lines.End();
        lines.WriteTo(output);
    }

    private static void WriteHeader(Utf8JsonWriter json, TraceHeader header, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString("schema", TraceHeader.CurrentSchema);
        json.WriteString("language", header.Language);
        json.WriteString("languageVersion", header.LanguageVersion);
        json.WriteString("tracer", header.Tracer);
        json.WriteStartObject("source");
        json.WriteString("sha256", header.SourceSha256);
        json.WriteEndObject();
        json.WriteStartObject("case");
        json.WriteStartArray("arguments");
        foreach (var argument in header.Arguments)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        json.WriteString("stdinSha256", header.StdinSha256);
        json.WriteEndObject();
        if (isWhole)
        {
            json.WriteStartObject("environment");
            foreach (var (name, value) in header.Environment)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteStartObject("limits");
        json.WriteNumber("events", header.Limits.Events);
        json.WriteNumber("bytes", header.Limits.Bytes);
        json.WriteNumber("depth", header.Limits.Depth);
        json.WriteNumber("items", header.Limits.Items);
        json.WriteNumber("characters", header.Limits.Characters);
        json.WriteEndObject();
        json.WriteString("isolation", IsolationName(header.Isolation));
        json.WriteEndObject();
    }

    internal static void WriteEvent(Utf8JsonWriter json, TraceEvent e)
    {
        json.WriteStartObject();
        json.WriteNumber(Seq, e.Sequence);
        json.WriteString(Kind, EncodedKinds[(int)e.Kind]);
        WritePlace(json, e);
        WriteChanges(json, e);
        if (e.Value is { } value)
        {
            json.WritePropertyName("value"u8);
            WriteValue(json, value);
        }

        if (e.Unwound)
        {
            json.WriteBoolean("unwound"u8, true);
        }

        if (e.Exception is { } exception)
        {
            json.WriteStartObject("exception"u8);
            json.WriteString(Type, exception.Type);
            if (exception.Message is { } message)
            {
                json.WriteString("message"u8, message);
            }

            json.WriteEndObject();
        }

        if (e.Chunk is { } chunk)
        {
            WriteChunk(json, e.Kind == TraceEventKind.Input ? "input" : "output", chunk);
        }

        if (e.Note is { } note)
        {
            json.WriteString("note"u8, note);
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, TraceEvent e)
    {
        if (e.Frame != 0)
        {
            json.WriteNumber(Frame, e.Frame);
        }

        if (e.Kind == TraceEventKind.Call)
        {
            json.WriteNumber("depth"u8, e.Depth);
            json.WriteString("function"u8, e.Function);
        }

        if (e.Line != 0)
        {
            json.WriteNumber(Line, e.Line);
        }

        if (e.File is { } file)
        {
            json.WriteString("file"u8, file);
        }

        if (e.Thread != 1)
        {
            json.WriteNumber("thread"u8, e.Thread);
        }
    }

    private static void WriteChanges(Utf8JsonWriter json, TraceEvent e)
    {
        if (!e.Set.IsEmpty)
        {
            json.WriteStartObject(Set);
            foreach (var variable in e.Set)
            {
                json.WritePropertyName(variable.Name);
                WriteValue(json, variable.Value);
            }

            json.WriteEndObject();
        }

        if (!e.Deleted.IsEmpty)
        {
            json.WriteStartArray("del"u8);
            foreach (var name in e.Deleted)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, TraceValue value)
    {
        json.WriteStartObject();
        json.WriteString(Type, value.Type);
        json.WriteString(Text, value.Text);
        if (value.Alias != 0)
        {
            json.WriteNumber("alias"u8, value.Alias);
        }

        if (value.Length >= 0)
        {
            json.WriteNumber("length"u8, value.Length);
        }

        json.WriteEndObject();
    }

    private static void WriteChunk(Utf8JsonWriter json, string name, TraceChunk chunk)
    {
        json.WriteStartObject(name);
        json.WriteNumber("fd"u8, chunk.Descriptor);
        try
        {
            json.WriteString(Text, StrictUtf8.GetString(chunk.Bytes.AsSpan()));
        }
        catch (DecoderFallbackException)
        {
            json.WriteBase64String("base64"u8, chunk.Bytes.AsSpan());
        }

        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, TraceEnd end, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteNumber("seq", end.Events + 1);
        json.WriteString("kind", "end");
        json.WriteString("status", end.Status.ToId());
        WriteNumberOrNull(json, "exitCode", end.ExitCode);
        WriteNumberOrNull(json, "signal", end.Signal);
        if (isWhole)
        {
            json.WriteNumber("events", end.Events + 1);
            json.WriteNumber("recorded", end.Events + 1);
        }

        json.WriteString("stdoutSha256", end.StdoutSha256);
        if (isWhole)
        {
            json.WriteString("digest", end.Digest);
        }

        json.WriteEndObject();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string IsolationName(IsolationLevel level) => level switch
    {
        IsolationLevel.Strict => "strict",
        IsolationLevel.Standard => "standard",
        _ => "none",
    };
}
