using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>An entry of a list that is chosen by name: a filter or a strategy.</summary>
/// <param name="kind">What it is, for messages.</param>
/// <param name="create">Makes the value once the name is known to be right; reports what is wrong with the options.</param>
/// <param name="isKnown">Whether the name exists; reports when it doesn't.</param>
/// <param name="schema">Describes an entry.</param>
internal sealed class NamedEntryShape<T>(
    string kind,
    Func<NamedEntry, ReadContext, T?> create,
    Func<ScalarNode, ReadContext, bool> isKnown,
    Func<JsonObject> schema) : Shape<T>
    where T : class
{
    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        var entry = Entry(node, context);
        value = entry is not null && isKnown(entry.Name, context)
            ? create(entry, context with { Path = $"{context.Path}.{entry.Id}" })
            : null;
        return value is not null;
    }

    public override JsonObject Schema() => schema();

    private NamedEntry? Entry(Node node, ReadContext context)
    {
        switch (node)
        {
            case ScalarNode { IsNull: false } name:
                return new NamedEntry(name, new MappingNode([], name.Location));
            case MappingNode { Entries: [var only] } when only.Value is MappingNode options:
                return new NamedEntry(only.Key, options);
            case MappingNode { Entries: [var only] } when only.Value.IsNull:
                return new NamedEntry(only.Key, new MappingNode([], only.Key.Location));
            case MappingNode { Entries: [var only] }:
                context.In(only.Key.Text).WrongType(only.Value, "a mapping of options");
                return null;
            case MappingNode { Entries: [_, var second, ..] }:
                context.Error(DiagnosticCodes.WrongType, $"{context.Name} must hold one {kind}, but it holds several keys.", second.Key, $"Begin each {kind} with a '-', and indent its options below its name.");
                return null;
            default:
                context.WrongType(node, $"the name of a {kind}, or its name and options");
                return null;
        }
    }
}
