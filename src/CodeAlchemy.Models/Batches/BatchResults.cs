using System.Text;
using System.Text.Json;

namespace CodeAlchemy.Models.Batches;

/// <summary>
/// Lines of result files by key. Only positions are kept in memory. The last line of a key that holds a reply wins over earlier
/// ones. Immutable, thread-safe.
/// </summary>
internal sealed class BatchResults
{
    private readonly Dictionary<UInt128, (string File, long Position, int Length)> _lines = [];

    public BatchResults(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : [];
        foreach (var file in files.Where(IsResults).Order(StringComparer.Ordinal))
        {
            Read(file);
        }
    }

    /// <summary>Lines that are no results of ours, with file and number.</summary>
    public List<string> Unread { get; } = [];

    public string? Find(UInt128 key)
    {
        if (!_lines.TryGetValue(key, out var place))
        {
            return null;
        }

        using var handle = File.OpenHandle(place.File);
        var bytes = new byte[place.Length];
        var read = RandomAccess.Read(handle, bytes, place.Position);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    private static bool IsResults(string file) => !Path.GetFileName(file).StartsWith(BatchRequests.Prefix, StringComparison.Ordinal);

    private void Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var number = 0;
        foreach (var (position, bytes) in Lines(stream))
        {
            number++;
            var text = Encoding.UTF8.GetString(bytes);
            if (BatchRequests.Key(text) is { } key)
            {
                Keep(key, text, (file, position, bytes.Length));
            }
            else if (!string.IsNullOrWhiteSpace(text))
            {
                Unread.Add($"{Path.GetFileName(file)}:{number}");
            }
        }
    }

    private void Keep(UInt128 key, string text, (string File, long Position, int Length) place)
    {
        if (!_lines.ContainsKey(key) || BatchReply.IsReply(text))
        {
            _lines[key] = place;
        }
    }

    private static IEnumerable<(long Position, byte[] Bytes)> Lines(Stream stream)
    {
        var line = new MemoryStream();
        var buffer = new byte[1 << 16];
        var start = 0L;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            var rest = 0;
            int end;
            while ((end = Array.IndexOf(buffer, (byte)'\n', rest, read - rest)) >= 0)
            {
                line.Write(buffer, rest, end - rest);
                yield return (start, line.ToArray());
                start += line.Length + 1;
                line.SetLength(0);
                rest = end + 1;
            }

            line.Write(buffer, rest, read - rest);
        }

        if (line.Length > 0)
        {
            yield return (start, line.ToArray());
        }
    }
}
