using System.Buffers.Text;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>Walks over the fields of one record.</summary>
internal ref struct WireFields(ReadOnlySpan<byte> payload, WireStrings strings)
{
    private const byte Separator = 0x1F;
    private const byte Escape = 0x10;

    private readonly bool _isEscaped = payload.Contains(Escape);
    private ReadOnlySpan<byte> _rest = payload;

    /// <summary>Whether all fields were taken.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The next field as it stands, escapes not undone.</summary>
    public ReadOnlySpan<byte> Raw()
    {
        if (AtEnd)
        {
            throw new WireFormatException("a field is missing");
        }

        var end = _rest.IndexOf(Separator);
        ReadOnlySpan<byte> field;
        if (end < 0)
        {
            field = _rest;
            AtEnd = true;
        }
        else
        {
            field = _rest[..end];
            _rest = _rest[(end + 1)..];
        }

        return field;
    }

    /// <summary>The next field as text; bytes that are not UTF-8 become U+FFFD.</summary>
    public string Text() => strings.Get(Unescape(Raw()));

    /// <summary>The next field as text, without its first character.</summary>
    public string TextAfter(ReadOnlySpan<byte> raw) => strings.Get(Unescape(raw[1..]));

    /// <summary>The next field as bytes.</summary>
    public byte[] Bytes() => Unescape(Raw()).ToArray();

    /// <summary>The next field as a number that is at least <paramref name="minimum"/>.</summary>
    public int Number(int minimum)
    {
        var value = LongNumber(minimum);
        return value <= int.MaxValue ? (int)value : throw new WireFormatException("a number is too large");
    }

    /// <summary>The next field as a number, or <paramref name="absent"/> when it is empty.</summary>
    public long NumberOr(long absent)
    {
        var raw = Raw();
        return raw.IsEmpty ? absent : Parse(raw);
    }

    private long LongNumber(int minimum)
    {
        var value = Parse(Raw());
        return value >= minimum ? value : throw new WireFormatException("a number is too small");
    }

    private static long Parse(ReadOnlySpan<byte> raw) =>
        raw.Length is > 0 and < 19 && raw[0] is >= (byte)'0' and <= (byte)'9'
            && Utf8Parser.TryParse(raw, out long value, out var used) && used == raw.Length
            ? value
            : throw new WireFormatException("a number is expected");

    private readonly ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> field)
    {
        if (!_isEscaped || !field.Contains(Escape))
        {
            return field;
        }

        var target = new byte[field.Length];
        var length = 0;
        for (var i = 0; i < field.Length; i++)
        {
            var b = field[i];
            if (b == Escape)
            {
                b = ++i < field.Length && field[i] is 0x50 or 0x5F
                    ? (byte)(field[i] ^ 0x40)
                    : throw new WireFormatException("an escape is not one of the two that exist");
            }

            target[length++] = b;
        }

        return target.AsSpan(0, length);
    }
}
