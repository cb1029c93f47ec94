using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Holds JSON values, each on a line of its own, until they are written. Not thread-safe.</summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public JsonLines() => Json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Takes the value of the current line.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Ends the current line.</summary>
    public void End()
    {
        Json.Flush();
        Json.Reset();
        _buffer.Write("\n"u8);
    }

    /// <summary>Hands on the lines and forgets them.</summary>
    public void WriteTo(Stream output)
    {
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    public void Dispose() => Json.Dispose();
}
