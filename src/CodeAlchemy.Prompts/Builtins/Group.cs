using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>
/// Builds one group of functions. A signature is a list of <c>name:kind</c>, with <c>=value</c> for one that may be left out and
/// <c>...</c> behind the one that takes the rest. Names are Scriban's, since arguments can be passed by name.
/// </summary>
internal sealed class Group(string name)
{
    public BuiltinObject Object { get; } = new(name);

    public Group Add(string function, string signature, Func<BuiltinCall, object?> body)
    {
        Object.TrySet(function, Create($"{name}.{function}", signature, body), readOnly: true);
        return this;
    }

    public Group Value(string member, object value)
    {
        Object.TrySet(member, value, readOnly: true);
        return this;
    }

    public static BuiltinFunction Create(string name, string signature, Func<BuiltinCall, object?> body)
    {
        var takesRest = signature.EndsWith("...", StringComparison.Ordinal);
        ImmutableArray<Parameter> parameters = [.. signature.TrimEnd('.').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        if (takesRest)
        {
            parameters = parameters.SetItem(parameters.Length - 1, parameters[^1] with { IsOptional = true });
        }

        return new BuiltinFunction(name, parameters, takesRest, body);
    }

    private static Parameter Read(string text)
    {
        var (declaration, value) = Cut(text, '=');
        var (name, kind) = Cut(declaration, ':');
        return new Parameter(name, KindOf(kind!), value is not null, DefaultOf(value));
    }

    private static (string First, string? Second) Cut(string text, char separator)
    {
        var index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static ValueKind KindOf(string kind) => kind switch
    {
        "any" => ValueKind.Any,
        "text" => ValueKind.Text,
        "int" => ValueKind.Int,
        "int?" => ValueKind.OptionalInt,
        "bool" => ValueKind.Bool,
        "double" => ValueKind.Double,
        "sequence" => ValueKind.Sequence,
        "list" => ValueKind.List,
        "object" => ValueKind.Object,
        "date" => ValueKind.Date,
        "date?" => ValueKind.OptionalDate,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A signature names an unknown kind."),
    };

    private static object? DefaultOf(string? value) => value switch
    {
        null or "null" => null,
        "false" => false,
        _ => int.Parse(value, CultureInfo.InvariantCulture),
    };
}
