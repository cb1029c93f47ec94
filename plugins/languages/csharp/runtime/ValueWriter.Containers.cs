using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CodeAlchemy.Trace;

/// <summary>Writes values that hold others.</summary>
internal sealed partial class ValueWriter
{
    /// <summary>More than this many elements are not sorted, and so not shown.</summary>
    private const int Sortable = 1024;

    private readonly Dictionary<nint, Layout> _layouts = [];

    private static readonly int MessageOffset = Memory.KnowsOffsets ? Memory.Offset(Memory.Field(typeof(Exception), "_message")!) : -1;

    /// <summary>The message of an exception as a field of a record; nothing where only code of the program knows it.</summary>
    public void Message(Exception exception)
    {
        Restart();
        if (MessageOf(exception) is { } message)
        {
            Put(message);
        }
    }

    private static string? MessageOf(Exception exception)
    {
        // One of the program might compute its message.
        return Shape.Of(exception).IsOfProgram || exception is AggregateException
            ? MessageOffset < 0 ? null : Unsafe.As<byte, string?>(ref Unsafe.AddByteOffset(ref Memory.Data(exception), MessageOffset))
            : exception.Message;
    }

    private void Compound(object value, Shape shape)
    {
        for (var i = 0; i < _level; i++)
        {
            if (ReferenceEquals(_path[i], value))
            {
                Put("↻");
                return;
            }
        }

        if (_level >= settings.Depth)
        {
            Put("…");
            return;
        }

        _path[_level++] = value;
        try
        {
            Content(value, shape);
        }
        catch (Exception)
        {
            // Another thread changes it.
            Put("…");
        }

        _level--;
    }

    private void Content(object value, Shape shape)
    {
        switch (shape.Kind)
        {
            case Kind.Array:
                Array((Array)value);
                break;
            case Kind.List:
                ref var items = ref Stored(value, shape.Fields[0]);
                Array(Unsafe.As<byte, Array>(ref items), Unsafe.As<byte, int>(ref Stored(value, shape.Fields[1])));
                break;
            case Kind.Map:
                Table(value, shape, isMap: true);
                break;
            case Kind.Set:
                Table(value, shape, isMap: false);
                break;
            case Kind.SortedMap:
                SortedMap((IDictionary)value);
                break;
            case Kind.Sequence:
                Sequence((IEnumerable)value);
                break;
            case Kind.Text:
                Builder((StringBuilder)value);
                break;
            case Kind.Failure:
                Failure((Exception)value, shape);
                break;
            default:
                Members(ref Memory.Data(value), shape);
                break;
        }
    }

    private static ref byte Stored(object value, Field field) => ref Unsafe.AddByteOffset(ref Memory.Data(value), field.Offset);

    private void LengthIs(long total)
    {
        if (_level <= 1)
        {
            _length = total;
        }
    }

    /// <summary>Writes what goes between elements; true when the rest is left out.</summary>
    private bool Comma(int index)
    {
        if (index > 0)
        {
            Put(',');
            Put(' ');
        }

        if (index == settings.Items)
        {
            _isCut |= _level <= 1;
            Put("…");
            return true;
        }

        return false;
    }

    private void Array(Array array, int count = -1)
    {
        if (array.Rank > 1)
        {
            var offset = 0;
            LengthIs(array.Length);
            Dimension(array, 0, ref offset);
            return;
        }

        count = count < 0 ? array.Length : count;
        LengthIs(count);
        var shape = Shape.Of(array).Element!;
        var size = Memory.ElementSize(array);
        Put('[');
        for (var i = 0; i < count && !IsFull && !Comma(i); i++)
        {
            Value(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(array), (nint)i * size), shape);
        }

        Put(']');
    }

    private void Dimension(Array array, int dimension, ref int offset)
    {
        var shape = Shape.Of(array).Element!;
        var size = Memory.ElementSize(array);
        var isLast = dimension == array.Rank - 1;
        var step = 1;
        for (var inner = dimension + 1; inner < array.Rank; inner++)
        {
            step *= array.GetLength(inner);
        }

        var start = offset;
        Put('[');
        for (var i = 0; i < array.GetLength(dimension) && !IsFull && !Comma(i); i++)
        {
            offset = start + (i * step);
            if (isLast)
            {
                Value(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(array), (nint)offset * size), shape);
            }
            else
            {
                Dimension(array, dimension + 1, ref offset);
            }
        }

        Put(']');
    }

    private void Sequence(IEnumerable items)
    {
        LengthIs(items is ICollection collection ? collection.Count : -1);
        Put('[');
        var index = 0;
        foreach (var item in items)
        {
            if (IsFull || Comma(index++))
            {
                break;
            }

            Object(item);
        }

        Put(']');
    }

    private void SortedMap(IDictionary map)
    {
        LengthIs(map.Count);
        Put('{');
        var index = 0;
        foreach (DictionaryEntry entry in map)
        {
            if (IsFull || Comma(index++))
            {
                break;
            }

            Put('[');
            Object(entry.Key);
            Put("] = ");
            Object(entry.Value);
        }

        Put('}');
    }

    /// <summary>The table of a dictionary or a hash set, sorted by what is shown of its entries.</summary>
    private void Table(object value, Shape shape, bool isMap)
    {
        var entries = Unsafe.As<byte, Array?>(ref Stored(value, shape.Fields[0]));
        var used = Unsafe.As<byte, int>(ref Stored(value, shape.Fields[1]));
        var parts = new List<byte[]>();
        var total = 0;
        if (entries is not null)
        {
            var layout = LayoutOf(Shape.Of(entries).Element!, isMap);
            var size = Memory.ElementSize(entries);
            for (var i = 0; i < used; i++)
            {
                ref var entry = ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(entries), (nint)i * size);
                if (Unsafe.As<byte, int>(ref Unsafe.AddByteOffset(ref entry, layout.Next.Offset)) < -1)
                {
                    continue;
                }

                if (total++ < Sortable)
                {
                    parts.Add(Entry(ref entry, layout));
                }
            }
        }

        Sorted(parts, total, isMap);
    }

    private Layout LayoutOf(Shape entry, bool isMap)
    {
        if (!_layouts.TryGetValue(entry.Type.TypeHandle.Value, out var layout))
        {
            layout = (Layout)Helper.Run(entry.Type, isMap ? Layout.OfMap : Layout.OfSet);
            _layouts[entry.Type.TypeHandle.Value] = layout;
        }

        return layout;
    }

    private byte[] Entry(ref byte entry, Layout layout)
    {
        var (left, isCut, length, from) = (_left, _isCut, _length, buffer.Length);
        if (layout.Key is { } key)
        {
            Put('[');
            Value(ref Unsafe.AddByteOffset(ref entry, key.Offset), key.Shape);
            Put("] = ");
        }

        Value(ref Unsafe.AddByteOffset(ref entry, layout.Value.Offset), layout.Value.Shape);
        var text = buffer.Bytes.AsSpan(from, buffer.Length - from).ToArray();
        (_left, _isCut, _length, buffer.Length) = (left, isCut, length, from);
        return text;
    }

    private void Sorted(List<byte[]> parts, int total, bool isMap)
    {
        LengthIs(total);
        Put(isMap ? '{' : '[');
        if (total > Sortable)
        {
            _isCut |= _level <= 1;
            Put("…");
        }
        else
        {
            parts.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
            for (var i = 0; i < parts.Count && !IsFull && !Comma(i); i++)
            {
                Put(Encoding.UTF8.GetString(parts[i]));
            }
        }

        Put(isMap ? '}' : ']');
    }

    private void Builder(StringBuilder text)
    {
        _length = _level <= 1 ? text.Length : _length;
        Quoted(text.Length <= settings.Characters + 2 ? text.ToString() : text.ToString(0, settings.Characters + 2));
    }

    private void Failure(Exception value, Shape shape)
    {
        Put(shape.Text);
        Put('(');
        if (MessageOf(value) is { } message)
        {
            Quoted(message);
        }

        Put(')');
        if (shape.Fields.Length > 0)
        {
            Put(' ');
            Braces(ref Memory.Data(value), shape);
        }
    }

    private void Members(ref byte at, Shape shape)
    {
        if (shape.IsNamed)
        {
            Put(shape.Text);
            Put(' ');
        }

        if (shape.IsValue && _level >= settings.Depth)
        {
            Put("…");
            return;
        }

        Braces(ref at, shape);
    }

    private void Braces(ref byte at, Shape shape)
    {
        Put('{');
        Put(' ');
        var fields = shape.Fields;
        for (var i = 0; i < fields.Length && !IsFull && !Comma(i); i++)
        {
            Put(fields[i].Name);
            Put(" = ");
            Value(ref Unsafe.AddByteOffset(ref at, fields[i].Offset), fields[i].Shape);
        }

        Put(fields.Length == 0 ? "}" : " }");
    }

    private void Elements(ref byte at, Field[] fields)
    {
        Put('(');
        for (var i = 0; i < fields.Length && !IsFull && !Comma(i); i++)
        {
            Value(ref Unsafe.AddByteOffset(ref at, fields[i].Offset), fields[i].Shape);
        }

        Put(')');
    }
}
