using System.Buffers;
using System.Security.Cryptography;
using CodeAlchemy.Abstractions.Tracing;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>
/// Reads the records of a program that still runs, so that little is left to do when it ends. What was read early counts only if it
/// stands in the file unchanged at the end; otherwise everything is read again. Used by one caller: follow, stop, finish, dispose.
/// </summary>
/// <param name="path">The trace file, which grows, or is as long as its limit and fills with other bytes than zero.</param>
/// <param name="digest">Takes the events as they are read.</param>
internal sealed class WireFollower(string path, RunningDigest digest) : IDisposable
{
    /// <summary>Programs that end sooner are read at their end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // So much that it is worth a look, and so little that the end does not wait long for the look.
    private const int Least = 1 << 17;
    private const int Most = 1 << 19;

    private readonly CancellationTokenSource _ended = new();
    private readonly IncrementalHash _read = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<TraceEvent[]> _parts = [];
    private readonly WireStrings _strings = new();
    private Task _following = Task.CompletedTask;
    private long _position;
    private volatile int _count;
    private volatile bool _gaveUp;

    /// <summary>Events that were read so far while the program ran.</summary>
    public int ReadEarly => _count;

    /// <summary>Whether nothing more is read early, because a record does not fit or the file can't be read.</summary>
    public bool GaveUp => _gaveUp;

    /// <summary>Begins to read along, in the background.</summary>
    public void Follow() => _following = Task.Run(FollowToTheEnd);

    /// <summary>Stops reading along; to be awaited before anything else. Faults of the file are told by who reads the rest.</summary>
    public async Task Stop()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _following.ConfigureAwait(false);
    }

    /// <summary>Reads the rest. The digest has taken all events of the trace then, unless they are to be taken again.</summary>
    /// <param name="records">Content of the whole file.</param>
    /// <param name="isDigested">Whether the digest has taken exactly these events.</param>
    public WireTrace Finish(ReadOnlySpan<byte> records, out bool isDigested)
    {
        isDigested = !_gaveUp && _position <= records.Length && IsUnchanged(records[..(int)_position]);
        if (!isDigested)
        {
            return WireReader.Read(records);
        }

        var rest = WireReader.Read(records[(int)_position..], _parts);
        digest.Append(rest.Events.AsMemory()[Math.Min(_count, rest.Events.Length)..]);
        return rest;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Dispose();
        _read.Dispose();
    }

    private bool IsUnchanged(ReadOnlySpan<byte> records) =>
        _read.GetHashAndReset().AsSpan().SequenceEqual(SHA256.HashData(records));

    private async Task FollowToTheEnd()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Most);
        try
        {
            await Task.Delay(Patience, _ended.Token).ConfigureAwait(false);
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            while (true)
            {
                if (!ReadOn(file, buffer.AsSpan(0, Most)))
                {
                    await Task.Delay(Pause, _ended.Token).ConfigureAwait(false);
                }

                _ended.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or WireFormatException)
        {
            _gaveUp = true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads the next records if there are enough. The last one may still be written and is left for later.</summary>
    /// <exception cref="WireFormatException">A record does not fit; where, is told when all is read.</exception>
    private bool ReadOn(SafeFileHandle file, Span<byte> buffer)
    {
        if (RandomAccess.Read(file, buffer[..1], _position + Least) == 0 || buffer[0] == 0)
        {
            return false;
        }

        var records = buffer[..RandomAccess.Read(file, buffer, _position)];

        var frames = WireFrames.Find(records);
        if (frames.Malformed is { } why)
        {
            throw new WireFormatException(why);
        }

        if (frames.Count < 2)
        {
            // A record that is longer than all that is looked at.
            return records.Length < buffer.Length ? false : throw new WireFormatException("a record is too long to be read early");
        }

        var reader = new WireEvents(_strings);
        var events = new TraceEvent[frames.Count - 1];
        var rest = (ReadOnlySpan<byte>)records;
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = reader.Event(WireFrames.Take(ref rest), _count + i + 1);
        }

        var length = records.Length - rest.Length;
        _read.AppendData(records[..length]);
        digest.Append(events);
        _parts.Add(events);
        _position += length;
        _count += events.Length;
        return true;
    }
}
