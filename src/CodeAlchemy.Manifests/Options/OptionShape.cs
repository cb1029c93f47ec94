using CodeAlchemy.Abstractions.Hosting;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Options;

/// <summary>One option of a strategy, as its schema declares it.</summary>
internal sealed class OptionShape(JsonObject declaration) : Shape<JsonNode>
{
    private readonly string _type = declaration["type"]?.GetValue<string>() ?? "string";

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out JsonNode value) =>
        _type == "array" ? TryList(node, context, out value) : TryScalar(node, context, out value) && IsAllowed(value, node, context);

    public override JsonObject Schema() => (JsonObject)declaration.DeepClone();

    private bool TryList(Node node, ReadContext context, [MaybeNullWhen(false)] out JsonNode value)
    {
        var item = new OptionShape(declaration["items"] as JsonObject ?? new JsonObject { ["type"] = "string" });
        var success = item.List().TryRead(node, context, out var items);
        value = success ? new JsonArray([.. items]) : null;
        return success;
    }

    private bool TryScalar(Node node, ReadContext context, [MaybeNullWhen(false)] out JsonNode value)
    {
        var scalar = node.IsNull ? null : node as ScalarNode;
        value = (scalar, _type) switch
        {
            (null, _) => null,
            (_, "boolean") => scalar.TryBoolean(out var flag) ? JsonValue.Create(flag) : null,
            (_, "integer") => scalar.TryInteger(out var integer) ? JsonValue.Create(integer) : null,
            (_, "number") => scalar.TryNumber(out var number) ? JsonValue.Create(number) : null,
            _ => JsonValue.Create(scalar.Text),
        };
        if (value is null)
        {
            context.WrongType(node, Expected());
        }

        return value is not null;
    }

    private bool IsAllowed(JsonNode value, Node node, ReadContext context)
    {
        if (declaration["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            var known = words.Select(word => $"{word}").ToArray();
            var nearest = NearestName.Find($"{value}", known);
            context.Error(DiagnosticCodes.BadValue, $"{context.Name} must be one of {string.Join(", ", known)}, not '{value}'.", node, nearest is null ? null : $"Did you mean '{nearest}'?", Suggestion.ReplaceBy(nearest));
            return false;
        }

        return _type is not ("integer" or "number") || IsInRange(value, node, context);
    }

    private bool IsInRange(JsonNode value, Node node, ReadContext context)
    {
        var number = AsNumber(value)!.Value;
        var (least, most) = (AsNumber(declaration["minimum"]), AsNumber(declaration["maximum"]));
        if (number >= (least ?? double.MinValue) && number <= (most ?? double.MaxValue))
        {
            return true;
        }

        var bounds = (least, most) switch
        {
            (not null, not null) => $"from {least} to {most}",
            (not null, null) => $"at least {least}",
            _ => $"at most {most}",
        };
        context.Error(DiagnosticCodes.OutOfRange, $"{context.Name} must be {bounds}, not {value}.", node);
        return false;
    }

    private string Expected() => _type switch
    {
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        _ => "text",
    };

    private static double? AsNumber(JsonNode? node) =>
        node is not null && Numbers.TryNumber(node.ToJsonString(), out var number) ? number : null;
}
