using System.Reflection;

namespace CodeAlchemy.Trace;

/// <summary>A field of an object: what it is called, where it lies, and what it holds.</summary>
internal sealed record Field(string Name, int Offset, Shape Shape)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The fields that the program's classes declare.</summary>
    public static Field[] Of(Type type, Assembly? program)
    {
        var fields = new List<Field>();
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            if (at.Assembly == program)
            {
                fields.InsertRange(0, at.GetFields(Own).OrderBy(field => field.MetadataToken).Where(IsShown).Select(Make));
            }
        }

        return [.. fields];
    }

    /// <summary>The fields of the library's own collections that hold what is in them.</summary>
    public static Field[] Stored(Type type, Kind kind)
    {
        string[] names = kind switch
        {
            Kind.List => ["_items", "_size"],
            Kind.Map => ["_entries", "_count"],
            Kind.Set => ["_entries", "_count"],
            Kind.Nullable => ["hasValue", "value"],
            Kind.Pair => ["key", "value"],
            Kind.Tuple => [.. type.GetFields(Own).OrderBy(field => field.MetadataToken).Select(field => field.Name)],
            Kind.Wrapper => ["array"],
            _ => [],
        };
        while (kind is Kind.List or Kind.Map or Kind.Set && !type.IsGenericTypeOf(kind))
        {
            type = type.BaseType!;
        }

        return [.. names.Select(name => Make(Memory.Field(type, name)!))];
    }

    /// <summary>The field of an entry in the table behind a dictionary or a set.</summary>
    public static Field Entry(Type entry, params string[] names) =>
        Make(names.Select(name => Memory.Field(entry, name)).First(field => field is not null)!);

    private static Field Make(FieldInfo field) => new(Shown(field.Name), Memory.Offset(field), Shape.Of(Held(field.FieldType)));

    /// <summary>References tell their type by themselves.</summary>
    public static Type Held(Type type) => type.IsPointer || type.IsFunctionPointer ? typeof(nint) : type.IsValueType ? type : typeof(object);

    private static bool IsShown(FieldInfo field) => !field.FieldType.IsByRef && !field.FieldType.IsByRefLike;

    // `<Name>k__BackingField` of a property, `<name>P` of a parameter of the class, `<Name>i__Field` of an anonymous type.
    private static string Shown(string name) => name.StartsWith('<') && name.IndexOf('>') is > 1 and var end ? name[1..end] : name;
}
