namespace CodeAlchemy.Trace;

/// <summary>A standard stream whose bytes are recorded on their way.</summary>
internal sealed class WatchedStream(Stream inner, int descriptor) : Stream
{
    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => inner.SetLength(value);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Recorder.Transfer('i', descriptor, buffer[..count]);
        return count;
    }

    public override int ReadByte()
    {
        var value = inner.ReadByte();
        if (value >= 0)
        {
            Recorder.Transfer('i', descriptor, [(byte)value]);
        }

        return value;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Recorder.Transfer('o', descriptor, buffer);
        inner.Write(buffer);
    }

    public override void WriteByte(byte value) => Write([value]);
}
