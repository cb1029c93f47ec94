using System.Runtime.CompilerServices;

namespace CodeAlchemy.Trace;

/// <summary>Writes what changed in a frame since its last event.</summary>
internal sealed class VariableWriter(RecordBuffer buffer, ValueWriter values)
{
    private readonly Aliases _aliases = new();

    /// <summary>Tells the names that were shown and can no longer be named.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gone(Frame frame, ulong scope)
    {
        for (var gone = frame.Seen & ~scope; gone != 0; gone &= gone - 1)
        {
            var slot = System.Numerics.BitOperations.TrailingZeroCount(gone);
            buffer.Item('-', frame.Function!.Names[slot]);
            frame.Slots[slot] = default;
        }

        frame.Seen &= scope;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Primitive(Frame frame, int slot, ref Slot at, char kind, long bits)
    {
        (at.Kind, at.Bits, at.Text) = (kind, bits, null);
        frame.Seen |= 1UL << slot;
        buffer.Item('=', frame.Function!.Names[slot]);
        switch (kind)
        {
            case 'i':
                buffer.Field("int"u8);
                buffer.Field(bits);
                break;
            case 'l':
                buffer.Field("long"u8);
                buffer.Field(bits);
                break;
            case 'b':
                buffer.Field("bool"u8);
                buffer.Field(bits != 0 ? "true"u8 : "false"u8);
                break;
            case 'c':
                buffer.Field("char"u8);
                buffer.Next();
                values.Restart();
                values.Character((char)bits);
                break;
            default:
                buffer.Field("double"u8);
                buffer.Next();
                values.Restart();
                values.Put(BitConverter.Int64BitsToDouble(bits).ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Reference(Frame frame, int slot, ref Slot at, object? value)
    {
        var before = buffer.Length;
        var mark = buffer.Item('=', frame.Function!.Names[slot]);
        Value(value, frame.Function.Types[slot], mark);
        if (!IsShown(frame, slot, ref at, before))
        {
            (at.Kind, at.Text) = value is string ? ('s', value) : (at.Kind, at.Text);
        }
    }

    public void Struct(Frame frame, int slot, ref Slot at, ref byte value, Shape shape)
    {
        var before = buffer.Length;
        buffer.Item('=', frame.Function!.Names[slot]);
        buffer.Field(shape.Name);
        buffer.Next();
        values.Restart();
        values.Value(ref value, shape);
        IsShown(frame, slot, ref at, before);
    }

    public void Result<T>(T value)
    {
        buffer.Next();
        var mark = buffer.Length;
        buffer.Byte((byte)'>');
        if (typeof(T).IsValueType)
        {
            var shape = Shape.For<T>.It;
            buffer.Field(shape.Name);
            buffer.Next();
            values.Restart();
            values.Value(ref Unsafe.As<T, byte>(ref value), shape);
        }
        else
        {
            Value(value, Shape.For<T>.It.Name, mark);
        }

        if (buffer.Bytes[mark] == '~')
        {
            buffer.Bytes[mark] = (byte)'^';
        }
    }

    /// <summary>The fields type and message of an exception.</summary>
    public void Exception(Exception exception)
    {
        buffer.Field(Shape.Of(exception).Name);
        buffer.Next();
        values.Message(exception);
    }

    /// <summary>Whether the item from here on is what was shown last; then it is taken back, else remembered.</summary>
    private bool IsShown(Frame frame, int slot, ref Slot at, int before)
    {
        var item = buffer.Bytes.AsSpan(before, buffer.Length - before);
        var text = at.Text as byte[];
        if (at.Kind == 't' && (frame.Seen & (1UL << slot)) != 0 && item.SequenceEqual(text.AsSpan(0, at.Length)))
        {
            buffer.Length = before;
            return true;
        }

        if (text is null || text.Length < item.Length)
        {
            text = new byte[Math.Max(16, item.Length)];
        }

        item.CopyTo(text);
        (at.Kind, at.Text, at.Length) = ('t', text, item.Length);
        frame.Seen |= 1UL << slot;
        return false;
    }

    /// <summary>Writes type and text, and alias and length where there are any, which the item's mark then tells.</summary>
    private void Value(object? value, byte[] declared, int mark)
    {
        var shape = value is null ? null : Shape.Of(value);
        buffer.Field(shape is { IsNamed: true } ? shape.Name : declared);
        buffer.Next();
        values.Restart();
        values.Object(value);
        var alias = shape is { HasIdentity: true } ? _aliases.Of(value!) : 0;
        if (alias == 0 && values.CutLength < 0)
        {
            return;
        }

        buffer.Bytes[mark] = (byte)'~';
        buffer.Next();
        if (alias > 0)
        {
            buffer.Number(alias);
        }

        buffer.Next();
        if (values.CutLength >= 0)
        {
            buffer.Number(values.CutLength);
        }
    }
}
