using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Text;

namespace CodeAlchemy.Trace;

/// <summary>The ways in which values are shown.</summary>
internal enum Kind
{
    /// <summary>A type of the library of which nothing is told.</summary>
    Opaque,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,

    /// <summary>A value of the library that has a text: a decimal, a date.</summary>
    Plain,
    Enumeration,
    Nullable,
    Pair,
    Tuple,

    /// <summary>A value around one field, such as an immutable array.</summary>
    Wrapper,
    Struct,

    /// <summary>A reference whose object tells its own type.</summary>
    Reference,
    String,
    Array,
    List,
    Map,
    Set,
    SortedMap,

    /// <summary>A collection of the library with an order.</summary>
    Sequence,

    /// <summary>A string builder.</summary>
    Text,
    Delegate,
    TypeObject,
    Failure,

    /// <summary>An object of the program.</summary>
    Object,
}

/// <summary>Which type is shown in which way.</summary>
internal static class Kinds
{
    private static readonly Type[] Plain =
    [
        typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly), typeof(TimeOnly), typeof(Guid), typeof(BigInteger), typeof(Complex),
        typeof(Half), typeof(Int128), typeof(UInt128), typeof(Index), typeof(Range), typeof(Rune), typeof(Version), typeof(nint), typeof(nuint),
        typeof(Vector2), typeof(Vector3), typeof(Vector4),
    ];

    private static readonly Type[] Maps = [typeof(Dictionary<,>)];
    private static readonly Type[] Sequences =
    [
        typeof(Queue<>), typeof(Stack<>), typeof(LinkedList<>), typeof(SortedSet<>), typeof(ConcurrentQueue<>), typeof(ConcurrentStack<>), typeof(ImmutableList<>),
        typeof(ImmutableSortedSet<>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>),
    ];

    private static readonly Type[] SortedMaps = [typeof(SortedDictionary<,>), typeof(SortedList<,>), typeof(ImmutableSortedDictionary<,>)];
    private static readonly Type[] OldSequences = [typeof(ArrayList), typeof(Queue), typeof(Stack), typeof(BitArray)];

    public static bool IsGenericTypeOf(this Type type, Kind kind) => type.IsGenericType && type.GetGenericTypeDefinition() is var definition
        && (kind == Kind.List ? definition == typeof(List<>) : kind == Kind.Map ? definition == typeof(Dictionary<,>) : definition == typeof(HashSet<>));

    public static Kind Of(Type type, Assembly? program)
    {
        if (type.IsEnum)
        {
            return Kind.Enumeration;
        }

        if (Type.GetTypeCode(type) is var code and not (TypeCode.Object or TypeCode.String or TypeCode.Decimal or TypeCode.DateTime or TypeCode.Empty or TypeCode.DBNull))
        {
            return Enum.Parse<Kind>(code.ToString());
        }

        if (Array.IndexOf(Plain, type) >= 0)
        {
            return Kind.Plain;
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return !Memory.KnowsOffsets ? Kind.Opaque : type.IsValueType ? Value(type, definition, program) : Object(type, definition, program);
    }

    private static Kind Value(Type type, Type? definition, Assembly? program) =>
        definition == typeof(Nullable<>) ? Kind.Nullable
        : definition == typeof(KeyValuePair<,>) ? Kind.Pair
        : definition == typeof(ImmutableArray<>) ? Kind.Wrapper
        : type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal) ? Kind.Tuple
        : type.Assembly == program && !type.IsByRefLike && !TypeNames.IsUnspeakable(type) ? Kind.Struct : Kind.Opaque;

    private static Kind Object(Type type, Type? definition, Assembly? program)
    {
        if (type == typeof(string))
        {
            return Kind.String;
        }

        if (type.IsArray)
        {
            return Kind.Array;
        }

        if (type == typeof(StringBuilder))
        {
            return Kind.Text;
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return Kind.Delegate;
        }

        if (typeof(Type).IsAssignableFrom(type) && type.Assembly != program)
        {
            return Kind.TypeObject;
        }

        if (typeof(Exception).IsAssignableFrom(type))
        {
            return Kind.Failure;
        }

        return Collection(type, definition, program) ?? (type.Assembly == program && (!TypeNames.IsUnspeakable(type) || type.Name.StartsWith("<>f__Anonymous", StringComparison.Ordinal)) ? Kind.Object
            : type.IsInterface || type.IsAbstract || type == typeof(object) ? Kind.Reference : Kind.Opaque);
    }

    private static Kind? Collection(Type type, Type? definition, Assembly? program)
    {
        if (type.Assembly == program)
        {
            // A class of the program that is one of these shows what it inherits, unless it has something of its own.
            return type.BaseType is { } parent && parent != typeof(object) && Collection(parent, parent.IsGenericType ? parent.GetGenericTypeDefinition() : null, program) is Kind.List or Kind.Map or Kind.Set
                && Field.Of(type, program).Length == 0 ? Collection(type.BaseType!, type.BaseType!.IsGenericType ? type.BaseType.GetGenericTypeDefinition() : null, program) : null;
        }

        return definition == typeof(List<>) ? Kind.List
            : definition == typeof(HashSet<>) ? Kind.Set
            : Array.IndexOf(Maps, definition) >= 0 ? Kind.Map
            : Array.IndexOf(SortedMaps, definition) >= 0 ? Kind.SortedMap
            : Array.IndexOf(Sequences, definition) >= 0 || Array.IndexOf(OldSequences, type) >= 0 ? Kind.Sequence
            : null;
    }
}
