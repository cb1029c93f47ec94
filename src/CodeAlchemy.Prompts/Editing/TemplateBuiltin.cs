using System.Collections.Immutable;
using CodeAlchemy.Prompts.Builtins;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Editing;

/// <summary>Something that every template can name.</summary>
/// <param name="Name">Name: <c>string</c>, <c>string.upcase</c>, <c>include</c>.</param>
/// <param name="Signature">How it is written: <c>string.truncate text length [ellipsis]</c>; the name for what is no function.</param>
/// <param name="Parameters">Name and kind of the parameters, in order: <c>length: whole number</c>.</param>
/// <param name="IsFunction">Whether it is called.</param>
public sealed record TemplateBuiltin(string Name, string Signature, ImmutableArray<string> Parameters, bool IsFunction)
{
    /// <summary>All of them, sorted by name.</summary>
    public static ImmutableArray<TemplateBuiltin> All { get; } = [.. BuiltinTable.Root.Names.SelectMany(Expand).OrderBy(builtin => builtin.Name, StringComparer.Ordinal)];

    /// <summary>The words of the language, sorted.</summary>
    public static ImmutableArray<string> Keywords { get; } =
    [
        "break", "capture", "case", "continue", "do", "else", "end", "false", "for", "func", "if", "import", "in", "null", "readonly", "ret",
        "this", "true", "when", "while", "with", "wrap",
    ];

    /// <summary>The builtin of a name, or <see langword="null"/>.</summary>
    public static TemplateBuiltin? Find(string name) => All.FirstOrDefault(builtin => builtin.Name == name);

    private static IEnumerable<TemplateBuiltin> Expand(string name)
    {
        BuiltinTable.Root.TryGet(name, out var value);
        return value is BuiltinObject group
            ? group.Names.Select(member => Member(group, member)).Prepend(new TemplateBuiltin(name, name, [], IsFunction: false))
            : [Of(name, value)];
    }

    private static TemplateBuiltin Member(BuiltinObject group, string member)
    {
        group.TryGet(member, out var value);
        return Of($"{group.Name}.{member}", value);
    }

    private static TemplateBuiltin Of(string name, object? value)
    {
        if (value is not FunctionValue function)
        {
            return new TemplateBuiltin(name, name, [], IsFunction: false);
        }

        var parameters = Enumerable.Range(0, function.ParameterCount).Select(function.Parameter).ToArray();
        var words = parameters.Select((parameter, i) => i < function.RequiredCount ? parameter.Name : $"[{parameter.Name}]");
        var rest = function.Variable == VariableParameters.None ? "" : " …";
        return new TemplateBuiltin(name, string.Join(' ', words.Prepend(name)) + rest, [.. parameters.Select(parameter => $"{parameter.Name}: {Kind(parameter.Kind)}")], IsFunction: true);
    }

    private static string Kind(ValueKind kind) => kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Int or ValueKind.OptionalInt => "whole number",
        ValueKind.Double => "number",
        ValueKind.Bool => "true or false",
        ValueKind.Sequence or ValueKind.List => "list",
        ValueKind.Object => "object",
        ValueKind.Date or ValueKind.OptionalDate => "date",
        _ => "any value",
    };
}
