using System.Collections.Immutable;
using System.Security.Cryptography;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>
/// The digest of a trace: SHA-256 over its canonical lines without the header's environment and the end's counters.
/// Two runs with the same digest did the same, step by step.
/// </summary>
public static class TraceDigest
{
    /// <summary>Computes the digest as lower-case hexadecimal; <see cref="TraceEnd.Digest"/> itself is not covered.</summary>
    public static string Compute(TraceHeader header, ImmutableArray<TraceEvent> events, TraceEnd end)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var stream = new HashStream(hash))
        {
            TraceJson.WriteForDigest(header, events, end, stream);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether the digest a trace carries is the one its content gives.</summary>
    public static bool IsRight(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.End.Digest == Compute(trace.Header, trace.Events, trace.End);
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
