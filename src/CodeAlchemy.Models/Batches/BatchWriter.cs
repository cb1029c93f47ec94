using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Batches;

/// <summary>
/// Writes requests in OpenAI's batch format, one JSON object a line: <c>custom_id</c> (the request's key), <c>method</c>,
/// <c>url</c>, <c>body</c>. A request is written once. Files of an earlier round that were not answered are kept. Thread-safe.
/// </summary>
internal sealed class BatchWriter(string folder, BatchFolder limits, WireShape shape) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<UInt128, byte> _written = new(BatchRequests.Keys(folder).Select(key => KeyValuePair.Create(key, (byte)0)));
    private FileStream? _file;
    private int _requests;

    public void Add(RequestKey key, Call call)
    {
        if (!_written.TryAdd(key.Value, 0))
        {
            return;
        }

        using var scratch = Scratch.Rent();
        Write(scratch.Json, key, call);
        scratch.Json.Flush();
        var line = scratch.Buffer;
        line.Write("\n"u8);
        lock (_lock)
        {
            Room(line.WrittenCount).Write(line.WrittenSpan);
            _requests++;
            _file!.Flush();
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Write(Utf8JsonWriter writer, RequestKey key, Call call)
    {
        writer.WriteStartObject();
        writer.WriteString("custom_id"u8, key.ToString());
        writer.WriteString("method"u8, "POST"u8);
        writer.WriteString("url"u8, "/v1/chat/completions"u8);
        writer.WritePropertyName("body"u8);
        RequestBody.Write(writer, call.Request, shape);
        writer.WriteEndObject();
    }

    private FileStream Room(int bytes)
    {
        if (_file is null || _requests >= limits.RequestsPerFile || _file.Length + bytes > limits.BytesPerFile)
        {
            _file?.Dispose();
            Directory.CreateDirectory(folder);
            _file = new FileStream(NextName(), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            _requests = 0;
        }

        return _file;
    }

    private string NextName() => Enumerable.Range(1, int.MaxValue - 1)
        .Select(number => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{BatchRequests.Prefix}{number:D5}.jsonl")))
        .First(path => !File.Exists(path));
}
