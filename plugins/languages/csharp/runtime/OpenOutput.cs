namespace CodeAlchemy.Trace;

/// <summary>The last record of output, as long as it is the last record at all and its line is not at its end.</summary>
internal sealed class OpenOutput
{
    private const int Head = 4;

    private int _end = -1;
    private int _descriptor;
    private byte[] _text = [];
    private int _length;

    /// <summary>Where the record begins in the file.</summary>
    public int Start { get; private set; }

    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    public bool Continues(int used, int descriptor) => used == _end && descriptor == _descriptor;

    /// <param name="start">Where the record begins in the file.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="descriptor">Where to it was written.</param>
    /// <param name="record">The record: kind, separator, descriptor, separator, text.</param>
    /// <param name="last">The last byte of the text.</param>
    public void Keep(int start, int end, int descriptor, RecordBuffer record, byte last)
    {
        var text = record.Payload[Head..^1];
        _end = last == (byte)'\n' || text.Length > record.Bytes.Length / 16 ? -1 : end;
        (Start, _descriptor, _length) = (start, descriptor, text.Length);
        if (_end < 0)
        {
            return;
        }

        if (_text.Length < text.Length)
        {
            _text = new byte[2 * text.Length];
        }

        text.CopyTo(_text);
    }
}
