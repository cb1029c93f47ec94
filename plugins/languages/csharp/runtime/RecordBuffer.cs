using System.Runtime.CompilerServices;
using System.Text;

namespace CodeAlchemy.Trace;

/// <summary>One record while it is put together: a netstring of fields, see docs/trace-wire.md.</summary>
internal sealed class RecordBuffer
{
    private const byte Separator = 0x1F;
    private const byte Escape = 0x10;
    private const int Head = 12;

    public byte[] Bytes = new byte[1 << 16];

    /// <summary>Where the next byte goes.</summary>
    public int Length = Head;

    /// <summary>Where the closed record begins.</summary>
    public int Start { get; private set; }

    public ReadOnlySpan<byte> Payload => Bytes.AsSpan(Head, Length - Head);

    public static byte[] Escaped(string text)
    {
        var buffer = new RecordBuffer();
        buffer.Raw(Encoding.UTF8.GetBytes(text));
        return buffer.Payload.ToArray();
    }

    public void Begin(char kind)
    {
        Length = Head;
        Byte((byte)kind);
    }

    /// <summary>Begins with a payload that was kept.</summary>
    public void Begin(byte[] payload)
    {
        Length = Head;
        Copy(payload);
    }

    public void Field(long number)
    {
        Byte(Separator);
        Number(number);
    }

    public void Field(ReadOnlySpan<byte> escaped)
    {
        Byte(Separator);
        Copy(escaped);
    }

    public void Next() => Byte(Separator);

    /// <summary>Begins an item; gives the place of its mark.</summary>
    public int Item(char mark, ReadOnlySpan<byte> name)
    {
        Byte(Separator);
        Byte((byte)mark);
        Copy(name);
        return Length - name.Length - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Number(long value)
    {
        Ensure(20);
        if ((ulong)value < 10)
        {
            Bytes[Length++] = (byte)('0' + value);
            return;
        }

        value.TryFormat(Bytes.AsSpan(Length), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        Length += written;
    }

    public void Byte(byte value)
    {
        if (Length == Bytes.Length)
        {
            Ensure(1);
        }

        Bytes[Length++] = value;
    }

    public void Copy(ReadOnlySpan<byte> escaped)
    {
        Ensure(escaped.Length);
        escaped.CopyTo(Bytes.AsSpan(Length));
        Length += escaped.Length;
    }

    /// <summary>Bytes of any kind, escaped.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Ensure(2 * bytes.Length);
        foreach (var value in bytes)
        {
            if (value is Separator or Escape)
            {
                Bytes[Length++] = Escape;
                Bytes[Length++] = (byte)(value ^ 0x40);
            }
            else
            {
                Bytes[Length++] = value;
            }
        }
    }

    /// <summary>Closes the record; it then lies from <see cref="Start"/> to <see cref="Length"/>.</summary>
    public void Close()
    {
        var size = Length - Head;
        Byte((byte)',');
        var at = Head;
        Bytes[--at] = (byte)':';
        do
        {
            Bytes[--at] = (byte)('0' + (size % 10));
            size /= 10;
        }
        while (size > 0);
        Start = at;
    }

    private void Ensure(int more)
    {
        if (Length + more > Bytes.Length)
        {
            Array.Resize(ref Bytes, Math.Max(2 * Bytes.Length, Length + more));
        }
    }
}
