namespace CodeAlchemy.Trace;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            // The ranks of nested arrays stand from the outside in.
            var ranks = "";
            for (; type.IsArray; type = type.GetElementType()!)
            {
                ranks += "[" + new string(',', type.GetArrayRank() - 1) + "]";
            }

            return Of(type) + ranks;
        }

        if (type.IsGenericParameter || type.IsPointer || type.IsByRef)
        {
            return type.Name;
        }

        if (type.IsGenericType)
        {
            return Generic(type);
        }

        return Keyword(type) ?? (type.Name.Contains('<') ? "object" : type.Name);
    }

    /// <summary>Whether the compiler made the type and its name is none of the language.</summary>
    public static bool IsUnspeakable(Type type) => type.Name.Contains('<');

    private static string Generic(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(Nullable<>))
        {
            return Of(arguments[0]) + "?";
        }

        var tick = type.Name.IndexOf('`');
        if (tick > 0 && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
        {
            return "(" + string.Join(", ", arguments.Select(Of)) + ")";
        }

        if (type.Name.StartsWith("<>f__Anonymous", StringComparison.Ordinal))
        {
            return "anonymous";
        }

        // A nested type repeats the arguments of the types around it.
        var own = tick < 0 ? 0 : int.Parse(type.Name.AsSpan(tick + 1));
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return own == 0 ? name : name + "<" + string.Join(", ", arguments[^own..].Select(Of)) + ">";
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Char => "char",
        TypeCode.SByte => "sbyte",
        TypeCode.Byte => "byte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : type == typeof(nint) ? "nint" : type == typeof(nuint) ? "nuint" : null,
    };
}
