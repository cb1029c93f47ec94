using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>Writes JSON values, each on a line of its own, and hands them on in large pieces. Not thread-safe.</summary>
internal sealed class JsonLines : IDisposable
{
    private const int Piece = 1 << 16;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Piece);
    private readonly Stream _output;

    public JsonLines(Stream output)
    {
        _output = output;
        Json = new Utf8JsonWriter(_buffer, Options);
    }

    /// <summary>Takes the value of the current line.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Ends the current line.</summary>
    public void End()
    {
        Json.Flush();
        Json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= Piece)
        {
            Flush();
        }
    }

    /// <summary>Hands on what is still held; nothing does that on its own.</summary>
    public void Flush()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    public void Dispose() => Json.Dispose();
}
