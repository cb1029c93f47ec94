using System.Reflection;
using System.Runtime.CompilerServices;

namespace CodeAlchemy.Trace;

/// <summary>Reads objects where they lie, so that nothing of the program runs and nothing is boxed.</summary>
internal static unsafe class Memory
{
    private const int OffsetWord = 12;
    private const int OffsetMask = 0x7FFFFFF;

    /// <summary>Whether the run-time keeps offsets of fields where this class looks for them.</summary>
    public static bool KnowsOffsets { get; } = Check();

    /// <summary>The first byte of an object's fields, or of a boxed value.</summary>
    public static ref byte Data(object value) => ref Unsafe.As<Raw>(value).First;

    /// <summary>The number by which the run-time tells the type of an object; no two types have the same.</summary>
    public static nint TypeOf(object value) => Unsafe.Add(ref Unsafe.As<byte, nint>(ref Unsafe.As<Raw>(value).First), -1);

    /// <summary>How many bytes an element of an array takes.</summary>
    public static int ElementSize(Array array) => *(ushort*)TypeOf(array);

    /// <summary>How far behind the first field a field lies.</summary>
    public static int Offset(FieldInfo field) => Read(field);

    public static nint Pointer(object value, int offset) => Unsafe.As<byte, nint>(ref Unsafe.AddByteOffset(ref Data(value), offset));

    public static FieldInfo? Field(Type type, string name) => type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    private static int Read(FieldInfo field) => (int)(*(uint*)(field.FieldHandle.Value + OffsetWord) & OffsetMask);

    private static bool Check()
    {
        var probe = new Probe();
        return Read(Field(typeof(Probe), "First")!) == Distance(probe, ref Unsafe.As<long, byte>(ref probe.First))
            && Read(Field(typeof(Probe), "Second")!) == Distance(probe, ref Unsafe.As<object?, byte>(ref probe.Second))
            && Read(Field(typeof(Probe), "Third")!) == Distance(probe, ref Unsafe.As<short, byte>(ref probe.Third));
    }

    private static int Distance(object from, ref byte to) => (int)Unsafe.ByteOffset(ref Data(from), ref to);

    private sealed class Raw
    {
        public byte First;
    }

    private sealed class Probe
    {
        public long First;
        public object? Second;
        public short Third;
    }
}
