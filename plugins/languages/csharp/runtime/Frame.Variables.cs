using System.Runtime.CompilerServices;

namespace CodeAlchemy.Trace;

/// <summary>The probes that show a variable in the record that was begun; all are true.</summary>
public sealed partial class Frame
{
    /// <summary>An int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool I(int slot, int value) => Primitive(slot, 'i', value);

    /// <summary>A long.</summary>
    public bool L(int slot, long value) => Primitive(slot, 'l', value);

    /// <summary>A bool.</summary>
    public bool B(int slot, bool value) => Primitive(slot, 'b', value ? 1 : 0);

    /// <summary>A char.</summary>
    public bool C(int slot, char value) => Primitive(slot, 'c', value);

    /// <summary>A double.</summary>
    public bool D(int slot, double value) => Primitive(slot, 'd', BitConverter.DoubleToInt64Bits(value));

    /// <summary>A reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool O(int slot, object? value)
    {
        ref var at = ref Slots[slot];
        if ((Seen & (1UL << slot)) != 0 && at.Kind == 's' && (object?)at.Text == value && value is not null)
        {
            return true;
        }

        Recorder.Variables.Reference(this, slot, ref at, value);
        return true;
    }

    /// <summary>Any other value type, or what a type parameter stands for.</summary>
    public bool V<T>(int slot, T value)
    {
        if (typeof(T).IsValueType)
        {
            Recorder.Variables.Struct(this, slot, ref Slots[slot], ref Unsafe.As<T, byte>(ref value), Shape.For<T>.It);
        }
        else
        {
            O(slot, value);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Primitive(int slot, char kind, long bits)
    {
        ref var at = ref Slots[slot];
        if (at.Bits != bits || at.Kind != kind || (Seen & (1UL << slot)) == 0)
        {
            Recorder.Variables.Primitive(this, slot, ref at, kind, bits);
        }

        return true;
    }
}
