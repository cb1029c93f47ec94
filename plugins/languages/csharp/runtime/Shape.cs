using System.Collections;
using System.Reflection;

namespace CodeAlchemy.Trace;

/// <summary>How values of a type are looked at and shown.</summary>
internal sealed class Shape
{
    private static readonly Dictionary<nint, Shape> Known = [];
    private static readonly Assembly? Program = Assembly.GetEntryAssembly();

    private Shape(Type type)
    {
        Type = type;
        Text = TypeNames.Of(type);
        Name = RecordBuffer.Escaped(Text);
        Kind = Kinds.Of(type, Program);
        IsOfProgram = type.Assembly == Program;
        IsNamed = !TypeNames.IsUnspeakable(type) && (type.IsVisible || IsOfProgram);
        IsValue = type.IsValueType;
        Fields = Kind is Kind.Object or Kind.Struct or Kind.Failure ? Field.Of(type, Program) : Field.Stored(type, Kind);
        Element = type.IsArray ? Of(Field.Held(type.GetElementType()!)) : null;
        if (Kind == Kind.Enumeration)
        {
            // Their names are then known to the run-time.
            _ = Enum.GetNames(type);
            _ = Activator.CreateInstance(type)!.ToString();
        }
    }

    public Type Type { get; }

    /// <summary>The type's name as C# writes it, and the same as it stands in records.</summary>
    public string Text { get; }

    public byte[] Name { get; }

    public Kind Kind { get; }

    public bool IsValue { get; }

    public bool IsOfProgram { get; }

    /// <summary>Whether the type can be named in the program; else the variable's own type stands for it.</summary>
    public bool IsNamed { get; }

    /// <summary>Whether several names can hold the same object in a way that matters.</summary>
    public bool HasIdentity => Kind is Kind.Array or Kind.List or Kind.Map or Kind.Set or Kind.SortedMap or Kind.Sequence or Kind.Text or Kind.Object;

    /// <summary>The fields that are shown, those of base classes first; of the library's collections those that hold what is in them.</summary>
    public Field[] Fields { get; }

    /// <summary>What an array holds.</summary>
    public Shape? Element { get; }

    public static Shape Of(object value)
    {
        var key = Memory.TypeOf(value);
        return Known.TryGetValue(key, out var shape) ? shape : Known[key] = Make(value.GetType());
    }

    public static Shape Of(Type type)
    {
        var key = type.TypeHandle.Value;
        return Known.TryGetValue(key, out var shape) ? shape : Known[key] = Make(type);
    }

    private static Shape Make(Type type) => (Shape)Helper.Run(type, static asked => new Shape((Type)asked));

    /// <summary>The shape of a type that is known when the program is compiled.</summary>
    public static class For<T>
    {
        public static readonly Shape It = Of(typeof(T));
    }
}
