using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>Reads a scalar's text.</summary>
/// <returns>What is wrong, or <see langword="null"/>.</returns>
internal delegate ScalarFault? ScalarParser<T>(ScalarNode node, out T value);

/// <summary>A value written as one scalar.</summary>
/// <param name="expected">What it is, for messages: <c>a size such as 512MiB</c>.</param>
/// <param name="parse">Reads it.</param>
/// <param name="schema">Describes it.</param>
internal sealed class ScalarShape<T>(string expected, ScalarParser<T> parse, Func<JsonObject> schema) : Shape<T>
{
    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        if (node is not ScalarNode scalar || node.IsNull)
        {
            value = default;
            context.WrongType(node, expected);
            return false;
        }

        var fault = parse(scalar, out value);
        if (fault is { Message: null })
        {
            context.WrongType(node, expected);
        }
        else if (fault is not null)
        {
            context.Error(fault.Code, $"{context.Name} {fault.Message}", node, fault.Remedy, fault.Suggestion);
        }

        return fault is null;
    }

    public override JsonObject Schema() => schema();
}
