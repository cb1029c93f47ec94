namespace CodeAlchemy.Prompts.Values;

/// <summary>A group of builtin functions, for example <c>string</c>.</summary>
internal sealed class BuiltinObject(string name) : ObjectValue
{
    public string Name { get; } = name;
}
