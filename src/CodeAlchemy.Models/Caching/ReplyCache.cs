using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Caching;

/// <summary>
/// Replies on disk by the key of request and model. Every process appends to a segment of its own, so that several share a
/// folder without locks, and sees what the others had written when it was opened. What is torn is a miss. Thread-safe.
/// </summary>
internal sealed class ReplyCache : IDisposable
{
    private const string Extension = ".replies";
    private readonly List<Segment> _segments;
    private readonly SegmentWriter _writer;

    private ReplyCache(List<Segment> segments, SegmentWriter writer) => (_segments, _writer) = (segments, writer);

    /// <exception cref="IOException">The folder can't be used.</exception>
    public static ReplyCache Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var segments = Directory.GetFiles(folder, $"*{Extension}").Order(StringComparer.Ordinal).Select(Segment.Open).OfType<Segment>().ToList();
        return new ReplyCache(segments, new SegmentWriter(Path.Combine(folder, Guid.CreateVersion7().ToString("N") + Extension)));
    }

    /// <summary>The reply, or <see langword="null"/>.</summary>
    public ChatReply? Get(RequestKey key) => Content(key) is { } content ? ReplyCodec.Read(content)?.Reply : null;

    /// <summary>Keeps a reply.</summary>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public void Put(RequestKey key, ChatReply reply)
    {
        using var scratch = Scratch.Rent();
        ReplyCodec.Write(scratch.Json, ChatOutcome.Of(reply));
        _writer.Add(key, scratch.Buffer.WrittenSpan);
    }

    public void Dispose()
    {
        _segments.ForEach(segment => segment.Dispose());
        _writer.Dispose();
    }

    private ReadOnlyMemory<byte>? Content(RequestKey key)
    {
        if (_writer.Find(key) is { } own)
        {
            return own;
        }

        foreach (var segment in _segments)
        {
            if (segment.Find(key) is { } content)
            {
                return content;
            }
        }

        return null;
    }
}
