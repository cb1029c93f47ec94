using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeAlchemy.Models.Replies;

/// <summary>A buffer and a JSON writer that are used again and again. Dispose of it to give it back; keep nothing of it.</summary>
internal sealed class Scratch : IDisposable
{
    private const int LargestKept = 256 << 10;
    private const int MostKept = 64;
    private static readonly ConcurrentQueue<Scratch> Free = new();
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private Scratch()
    {
        Buffer = new ArrayBufferWriter<byte>(4096);
        Json = new Utf8JsonWriter(Buffer, Options);
    }

    public ArrayBufferWriter<byte> Buffer { get; }

    /// <summary>Writes into <see cref="Buffer"/>; flush it before reading there.</summary>
    public Utf8JsonWriter Json { get; }

    public static Scratch Rent() => Free.TryDequeue(out var scratch) ? scratch : new Scratch();

    public void Dispose()
    {
        Buffer.ResetWrittenCount();
        Json.Reset();
        if (Buffer.Capacity <= LargestKept && Free.Count < MostKept)
        {
            Free.Enqueue(this);
        }
    }
}
