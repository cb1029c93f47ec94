namespace CodeAlchemy.Execution.Tracing;

/// <summary>Where records begin: netstrings, one after the other (docs/trace-wire.md).</summary>
internal sealed class WireFrames
{
    // So much that handing a part to another thread costs nothing beside reading it.
    private const int PartLength = 1 << 20;

    private readonly List<Part> _parts = [];
    private int _start;
    private int _first;

    private WireFrames()
    {
    }

    private enum Found
    {
        Record,
        End,
        CutOff,
    }

    /// <summary>Runs of whole records that can be read apart from each other, in order.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>Number of whole records.</summary>
    public int Count { get; private set; }

    /// <summary>Why the frame behind the last whole record is refused, or <see langword="null"/>.</summary>
    public string? Malformed { get; private set; }

    /// <summary>Whether the last record was cut off.</summary>
    public bool HasPartialTail { get; private set; }

    /// <summary>Walks over all frames.</summary>
    /// <param name="records">Content of the trace file; a zero byte where a record should begin ends it.</param>
    public static WireFrames Find(ReadOnlySpan<byte> records)
    {
        var frames = new WireFrames();
        var rest = records;
        try
        {
            Found found;
            while ((found = Next(ref rest, out _)) == Found.Record)
            {
                frames.Count++;
                if (records.Length - rest.Length - frames._start >= PartLength)
                {
                    frames.Close(records.Length - rest.Length);
                }
            }

            frames.HasPartialTail = found == Found.CutOff;
        }
        catch (WireFormatException e)
        {
            frames.Malformed = e.Message;
        }

        frames.Close(records.Length - rest.Length);
        return frames;
    }

    /// <summary>The payload of a record that <see cref="Find"/> has found.</summary>
    /// <param name="rest">The records from here; moves behind this one.</param>
    public static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        Next(ref rest, out var payload);
        return payload;
    }

    private static Found Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (rest.IsEmpty || rest[0] == 0)
        {
            return Found.End;
        }

        var colon = rest[..Math.Min(rest.Length, 12)].IndexOf((byte)':');
        if (colon <= 0)
        {
            return IsZeroTail(rest) ? Found.CutOff : throw new WireFormatException("the length is missing");
        }

        var length = Length(rest[..colon]);
        var end = colon + 1L + length;
        if (end >= rest.Length || rest[(int)end] != (byte)',')
        {
            return end >= rest.Length || IsZeroTail(rest[(int)end..]) ? Found.CutOff : throw new WireFormatException("the length is wrong");
        }

        payload = rest.Slice(colon + 1, length);
        rest = rest[((int)end + 1)..];
        return Found.Record;
    }

    private static bool IsZeroTail(ReadOnlySpan<byte> rest)
    {
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits < 0 || !rest[digits..].ContainsAnyExcept((byte)0);
    }

    private static int Length(ReadOnlySpan<byte> digits)
    {
        var length = 0L;
        foreach (var d in digits)
        {
            length = d is >= (byte)'0' and <= (byte)'9'
                ? (length * 10) + (d - '0')
                : throw new WireFormatException("the length is not a number");
        }

        return length is > 0 and < 1 << 30 ? (int)length : throw new WireFormatException("the length is out of range");
    }

    private void Close(int end)
    {
        if (Count > _first)
        {
            _parts.Add(new Part(_start, end - _start, _first, Count - _first));
        }

        (_start, _first) = (end, Count);
    }

    /// <summary>A run of records.</summary>
    /// <param name="Start">Where it begins, in bytes.</param>
    /// <param name="Length">How long it is, in bytes.</param>
    /// <param name="First">Number of its first record, from 0.</param>
    /// <param name="Count">Number of its records.</param>
    public readonly record struct Part(int Start, int Length, int First, int Count);
}
