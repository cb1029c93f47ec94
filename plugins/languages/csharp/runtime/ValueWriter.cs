using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace CodeAlchemy.Trace;

/// <summary>Writes values as text, within the limits on depth, items and characters.</summary>
internal sealed partial class ValueWriter(RecordBuffer buffer, Settings settings)
{
    private const int MostBits = 10_000;

    private static readonly int MethodPointer = Memory.Offset(Memory.Field(typeof(Delegate), "_methodPtr")!);
    private static readonly int SecondPointer = Memory.Offset(Memory.Field(typeof(Delegate), "_methodPtrAux")!);

    private readonly Dictionary<(nint, nint), string> _methods = [];
    private readonly object[] _path = new object[settings.Depth + 2];
    private int _level;
    private int _left;
    private bool _isCut;
    private long _length = -1;

    /// <summary>Full length of what was cut; -1 when nothing was, or when it isn't known.</summary>
    public long CutLength => _isCut ? _length : -1;

    private bool IsFull => _left <= 0;

    public void Restart()
    {
        _left = settings.Characters;
        _level = 0;
        _isCut = false;
        _length = -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Put(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (_left <= 0)
            {
                return;
            }

            Put(rune);
        }
    }

    /// <summary>Plain characters; the last one that fits makes room for the sign that something is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(Rune rune)
    {
        if (_left == 1)
        {
            _isCut = true;
            rune = new Rune('…');
        }

        if (_left > 0)
        {
            _left--;
            Write(rune);
        }
    }

    private void Put(char ascii)
    {
        if (_left > 1)
        {
            _left--;
            buffer.Byte((byte)ascii);
        }
        else
        {
            Put(new Rune(ascii));
        }
    }

    private void Write(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        buffer.Raw(bytes[..rune.EncodeToUtf8(bytes)]);
    }

    /// <summary>A value where it lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Value(ref byte at, Shape shape)
    {
        switch (shape.Kind)
        {
            case Kind.Int32:
                Integer(Unsafe.As<byte, int>(ref at));
                break;
            case Kind.Boolean:
                Put(at != 0 ? "true" : "false");
                break;
            case Kind.Char:
                Character(Unsafe.As<byte, char>(ref at));
                break;
            case Kind.SByte:
                Integer((sbyte)at);
                break;
            case Kind.Byte:
                Integer(at);
                break;
            case Kind.Int16:
                Integer(Unsafe.As<byte, short>(ref at));
                break;
            case Kind.UInt16:
                Integer(Unsafe.As<byte, ushort>(ref at));
                break;
            case Kind.UInt32:
                Integer(Unsafe.As<byte, uint>(ref at));
                break;
            case Kind.Int64:
                Integer(Unsafe.As<byte, long>(ref at));
                break;
            case Kind.UInt64:
                Put(Unsafe.As<byte, ulong>(ref at).ToString(CultureInfo.InvariantCulture));
                break;
            case Kind.Single:
                Put(Unsafe.As<byte, float>(ref at).ToString(CultureInfo.InvariantCulture));
                break;
            case Kind.Double:
                Put(Unsafe.As<byte, double>(ref at).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                if (shape.IsValue)
                {
                    Struct(ref at, shape);
                }
                else
                {
                    Object(Unsafe.As<byte, object?>(ref at));
                }

                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Integer(long value)
    {
        var before = buffer.Length;
        buffer.Number(value);
        var written = buffer.Length - before;
        if (written >= _left)
        {
            buffer.Length = before;
            _left = Math.Min(_left, 1);
            Put('.');
        }
        else
        {
            _left -= written;
        }
    }

    private void Struct(ref byte at, Shape shape)
    {
        switch (shape.Kind)
        {
            case Kind.Enumeration:
                Enumeration(RuntimeHelpers.Box(ref at, shape.Type.TypeHandle)!, shape.Type);
                break;
            case Kind.Plain:
                Plain(RuntimeHelpers.Box(ref at, shape.Type.TypeHandle)!);
                break;
            case Kind.Nullable:
                Nullable(ref at, shape);
                break;
            case Kind.Wrapper:
                Object(Unsafe.As<byte, object?>(ref Unsafe.AddByteOffset(ref at, shape.Fields[0].Offset)));
                break;
            case Kind.Pair:
            case Kind.Tuple:
                Elements(ref at, shape.Fields);
                break;
            case Kind.Struct:
                Members(ref at, shape);
                break;
            default:
                Opaque(shape);
                break;
        }
    }

    private void Nullable(ref byte at, Shape shape)
    {
        if (at == 0)
        {
            Put("null");
        }
        else
        {
            Value(ref Unsafe.AddByteOffset(ref at, shape.Fields[1].Offset), shape.Fields[1].Shape);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Object(object? value)
    {
        if (value is null)
        {
            Put("null");
            return;
        }

        var shape = Shape.Of(value);
        switch (shape.Kind)
        {
            case Kind.String:
                String((string)value);
                break;
            case Kind.Delegate:
                Put(Method((Delegate)value));
                break;
            case Kind.TypeObject:
                Put("typeof(" + (string)Helper.Run(value, static type => TypeNames.Of((Type)type)) + ")");
                break;
            case Kind.Plain when !shape.IsValue:
                Plain(value);
                break;
            case Kind.Opaque or Kind.Reference:
                Opaque(shape);
                break;
            default:
                if (shape.IsValue)
                {
                    Value(ref Memory.Data(value), shape);
                }
                else
                {
                    Compound(value, shape);
                }

                break;
        }
    }

    private string Method(Delegate value)
    {
        var key = (Memory.Pointer(value, MethodPointer), Memory.Pointer(value, SecondPointer));
        if (!_methods.TryGetValue(key, out var name))
        {
            name = (string)Helper.Run(value, static of => ((Delegate)of).Method.Name is var name && name.Contains('<') ? "lambda" : name);
            _methods[key] = name;
        }

        return name;
    }

    private void Opaque(Shape shape)
    {
        if (shape.IsNamed)
        {
            Put(shape.Text);
            Put(' ');
        }

        Put("{…}");
    }

    private void Plain(object value)
    {
        if (value is BigInteger big && big.GetBitLength() > MostBits)
        {
            _isCut = true;
            Put("0x" + (big >> (int)(big.GetBitLength() - 400)).ToString("x", CultureInfo.InvariantCulture) + "…");
            return;
        }

        var text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString()!;
        if (_level == 0)
        {
            _length = text.Length;
        }

        Put(text);
    }

    private void Enumeration(object value, Type type)
    {
        var text = value.ToString()!;
        var isNamed = text[0] is not ((>= '0' and <= '9') or '-');
        Put(isNamed ? string.Join(" | ", text.Split(", ").Select(name => type.Name + "." + name)) : $"({type.Name}){text}");
    }

    public void Character(char value)
    {
        buffer.Byte((byte)'\'');
        Escaped(new Rune(char.IsSurrogate(value) ? '\uFFFD' : value), '\'');
        buffer.Byte((byte)'\'');
        _left -= 3;
    }

    private void String(string text)
    {
        if (_level == 0)
        {
            _length = text.Length;
        }

        Quoted(text);
    }

    /// <summary>A quoted literal, cut so that the closing quote still fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Quoted(ReadOnlySpan<char> text)
    {
        Put('"');
        while (!text.IsEmpty && _left > 0)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var used);
            text = text[used..];
            var before = buffer.Length;
            var written = Escaped(rune, '"');
            if (_left - written < (text.IsEmpty ? 2 : 3))
            {
                buffer.Length = before;
                _isCut |= _level <= 1;
                Write(new Rune('…'));
                buffer.Byte((byte)'"');
                _left = Math.Max(0, _left - 2);
                return false;
            }

            _left -= written;
        }

        Put('"');
        return true;
    }

    private int Escaped(Rune rune, char quote)
    {
        if (rune.Value is >= ' ' and < 127 && rune.Value != quote && rune.Value != '\\')
        {
            buffer.Byte((byte)rune.Value);
            return 1;
        }

        var text = rune.Value switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\0' => "\\0",
            '\\' => "\\\\",
            '"' when quote == '"' => "\\\"",
            '\'' when quote == '\'' => "\\'",
            < ' ' or (>= 127 and < 160) => "\\u" + rune.Value.ToString("x4", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
        {
            Write(rune);
            return 1;
        }

        foreach (var c in text)
        {
            buffer.Byte((byte)c);
        }

        return text.Length;
    }
}
