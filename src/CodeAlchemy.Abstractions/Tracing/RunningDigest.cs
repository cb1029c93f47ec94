using System.Security.Cryptography;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Computes the digest of a trace whose events come one part after the other, as <see cref="TraceDigest"/> does at once. Not thread-safe.</summary>
public sealed class RunningDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly HashStream _stream;

    /// <summary>Begins with the header.</summary>
    public RunningDigest(TraceHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _stream = new HashStream(_hash);
        TraceJson.WriteHeaderForDigest(header, _stream);
    }

    /// <summary>Goes on with the next events.</summary>
    public void Append(ReadOnlyMemory<TraceEvent> events) => EventLines.Write(events, _stream);

    /// <summary>Ends with the end and gives the digest as lower-case hexadecimal. To be called once.</summary>
    public string Finish(TraceEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        TraceJson.WriteEndForDigest(end, _stream);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }

    private sealed class HashStream(IncrementalHash hash) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);
    }
}
