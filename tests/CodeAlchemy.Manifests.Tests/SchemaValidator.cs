using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Manifests.Tests;

/// <summary>Checks JSON against the keywords that our schemas use (https://json-schema.org/draft/2020-12).</summary>
internal static class SchemaValidator
{
    public static IEnumerable<string> Errors(JsonNode? schema, JsonNode? value, string path = "")
    {
        if (schema is JsonValue flag)
        {
            return flag.GetValue<bool>() ? [] : [$"{path}: nothing may stand here"];
        }

        var keywords = schema!.AsObject();
        return keywords.SelectMany(keyword => Check(keyword.Key, keyword.Value!, keywords, value, path));
    }

    private static bool Fits(JsonNode? schema, JsonNode? value) => !Errors(schema, value).Any();

    private static IEnumerable<string> Check(string keyword, JsonNode argument, JsonObject schema, JsonNode? value, string path) => keyword switch
    {
        "type" => When(!Types(argument).Any(type => IsOf(type, value)), $"{path}: is not {argument.ToJsonString()}"),
        "const" => When(!JsonNode.DeepEquals(argument, value), $"{path}: is not {argument}"),
        "enum" => When(!argument.AsArray().Any(word => JsonNode.DeepEquals(word, value)), $"{path}: is not one of {argument.ToJsonString()}"),
        "pattern" => When(IsOf("string", value) && !Regex.IsMatch(value!.GetValue<string>(), argument.GetValue<string>()), $"{path}: does not fit {argument}"),
        "minLength" => When(IsOf("string", value) && value!.GetValue<string>().Length < argument.GetValue<int>(), $"{path}: is too short"),
        "minimum" => When(IsOf("number", value) && Number(value!) < Number(argument), $"{path}: is too small"),
        "maximum" => When(IsOf("number", value) && Number(value!) > Number(argument), $"{path}: is too large"),
        "minItems" => When(value is JsonArray list && list.Count < argument.GetValue<int>(), $"{path}: has too few entries"),
        "maxItems" => When(value is JsonArray list && list.Count > argument.GetValue<int>(), $"{path}: has too many entries"),
        "minProperties" => When(value is JsonObject map && map.Count < argument.GetValue<int>(), $"{path}: has too few keys"),
        "maxProperties" => When(value is JsonObject map && map.Count > argument.GetValue<int>(), $"{path}: has too many keys"),
        "required" => argument.AsArray().Where(key => value is JsonObject map && !map.ContainsKey($"{key}")).Select(key => $"{path}: lacks {key}"),
        "dependentRequired" => argument.AsObject().Where(pair => value is JsonObject map && map.ContainsKey(pair.Key))
            .SelectMany(pair => pair.Value!.AsArray().Where(key => !value!.AsObject().ContainsKey($"{key}")).Select(key => $"{path}: lacks {key}")),
        "anyOf" => When(!argument.AsArray().Any(option => Fits(option, value)), $"{path}: fits none of the forms"),
        "oneOf" => When(argument.AsArray().Count(option => Fits(option, value)) != 1, $"{path}: fits not just one of the forms"),
        "not" => When(Fits(argument, value), $"{path}: fits what it must not"),
        "items" => value is JsonArray list ? list.SelectMany((item, i) => Errors(argument, item, $"{path}/{i}")) : [],
        "propertyNames" => value is JsonObject map ? map.SelectMany(pair => Errors(argument, JsonValue.Create(pair.Key), $"{path}/{pair.Key}")) : [],
        // The readers take an empty value for a key that is not given.
        "properties" => value is JsonObject map ? map.Where(pair => pair.Value is not null && argument[pair.Key] is not null).SelectMany(pair => Errors(argument[pair.Key], pair.Value, $"{path}/{pair.Key}")) : [],
        "additionalProperties" => value is JsonObject map ? map.Where(pair => schema["properties"]?[pair.Key] is null).SelectMany(pair => Errors(argument, pair.Value, $"{path}/{pair.Key}")) : [],
        "$schema" or "title" or "description" or "default" or "format" or "contentEncoding" => [],
        _ => throw new NotSupportedException($"The schemas use '{keyword}', which is not checked here."),
    };

    private static IEnumerable<string> When(bool isWrong, string error) => isWrong ? [error] : [];

    private static IEnumerable<string> Types(JsonNode argument) =>
        argument is JsonArray list ? list.Select(type => type!.GetValue<string>()) : [argument.GetValue<string>()];

    private static bool IsOf(string type, JsonNode? value) => value?.GetValueKind().ToString() switch
    {
        null => type == "null",
        "True" or "False" => type == "boolean",
        "Number" => type == "number" || (type == "integer" && Number(value!) == Math.Floor(Number(value!))),
        var kind => type.Equals(kind, StringComparison.OrdinalIgnoreCase),
    };

    private static double Number(JsonNode value) => double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
