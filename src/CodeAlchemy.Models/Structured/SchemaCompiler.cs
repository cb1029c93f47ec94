using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Models.Structured;

/// <summary>Turns a JSON Schema of the documented subset into rules; whatever is outside it is an error with its place.</summary>
internal sealed class SchemaCompiler(JsonElement root)
{
    private static readonly string[] Annotations = ["title", "description", "default", "examples", "$schema", "$comment", "$id"];
    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];
    private readonly Dictionary<string, ReferenceRule> _references = new(StringComparer.Ordinal);

    public SchemaRule Compile() => Rule(root, "$");

    private SchemaRule Rule(JsonElement schema, string place)
    {
        switch (schema.ValueKind)
        {
            case JsonValueKind.True:
                return new AllRules([]);
            case JsonValueKind.False:
                return new NeverRule();
            case JsonValueKind.Object:
                var rules = schema.EnumerateObject().Select(keyword => Keyword(schema, keyword, place)).OfType<SchemaRule>().ToList();
                return rules.Count == 1 ? rules[0] : new AllRules(rules);
            default:
                throw new SchemaException(place, "a schema must be an object, true or false");
        }
    }

    private SchemaRule? Keyword(JsonElement schema, JsonProperty keyword, string place)
    {
        var (value, at) = (keyword.Value, $"{place}.{keyword.Name}");
        return keyword.Name switch
        {
            "type" => new TypeRule(TypeNames(value, at)),
            "enum" => new EnumRule([.. Items(value, at)]),
            "const" => new EnumRule([value]),
            "properties" => Object(schema, place),
            "required" or "additionalProperties" => schema.TryGetProperty("properties", out _) ? null : ObjectOnce(schema, keyword.Name, place),
            "items" => new ItemsRule(Rule(value, at)),
            "uniqueItems" => value.ValueKind == JsonValueKind.True ? new UniqueRule() : null,
            "pattern" => new PatternRule(Pattern(value, at)),
            "anyOf" => new ChoiceRule(Rules(value, at), exactly: false),
            "oneOf" => new ChoiceRule(Rules(value, at), exactly: true),
            "allOf" => new AllRules(Rules(value, at)),
            "$ref" => Reference(Text(value, at), at),
            "$defs" => null,
            _ when Annotations.Contains(keyword.Name) => null,
            _ => SchemaMeasures.Rule(keyword.Name, value, at) ?? throw new SchemaException(at, $"the keyword '{keyword.Name}' is not in the subset"),
        };
    }

    private ObjectRule? ObjectOnce(JsonElement schema, string keyword, string place) =>
        keyword == "required" || !schema.TryGetProperty("required", out _) ? Object(schema, place) : null;

    private ObjectRule Object(JsonElement schema, string place)
    {
        var properties = schema.TryGetProperty("properties", out var named)
            ? Members(named, $"{place}.properties").ToDictionary(member => member.Name, member => Rule(member.Value, $"{place}.properties.{member.Name}"), StringComparer.Ordinal)
            : [];
        var required = schema.TryGetProperty("required", out var list) ? Items(list, $"{place}.required").Select(name => Text(name, $"{place}.required")).ToArray() : [];
        var others = schema.TryGetProperty("additionalProperties", out var more) ? Rule(more, $"{place}.additionalProperties") : null;
        return new ObjectRule(properties, required, others);
    }

    private List<SchemaRule> Rules(JsonElement list, string place)
    {
        var rules = Items(list, place).Select((schema, index) => Rule(schema, $"{place}[{index}]")).ToList();
        return rules.Count > 0 ? rules : throw new SchemaException(place, "there must be at least one schema");
    }

    private ReferenceRule Reference(string target, string place)
    {
        if (_references.TryGetValue(target, out var known))
        {
            return known;
        }

        var rule = _references[target] = new ReferenceRule();
        rule.Target = Rule(Resolve(target, place), target);
        return rule;
    }

    private JsonElement Resolve(string target, string place)
    {
        const string Definitions = "#/$defs/";
        if (target == "#")
        {
            return root;
        }

        return target.StartsWith(Definitions, StringComparison.Ordinal) && root.TryGetProperty("$defs", out var definitions)
            && definitions.TryGetProperty(target[Definitions.Length..], out var schema)
            ? schema
            : throw new SchemaException(place, $"'{target}' leads nowhere; only # and {Definitions}NAME are known");
    }

    private static string[] TypeNames(JsonElement value, string place)
    {
        var names = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(name => Text(name, place)).ToArray() : [Text(value, place)];
        var unknown = Array.Find(names, name => !Types.Contains(name));
        return unknown is null && names.Length > 0 ? names : throw new SchemaException(place, $"'{unknown}' is not a type; types are {string.Join(", ", Types)}");
    }

    private static Regex Pattern(JsonElement value, string place)
    {
        try
        {
            return new Regex(Text(value, place), RegexOptions.CultureInvariant | RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException exception)
        {
            throw new SchemaException(place, exception.Message);
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw new SchemaException(place, "this must be a list");

    private static JsonElement.ObjectEnumerator Members(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw new SchemaException(place, "this must be an object");

    private static string Text(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new SchemaException(place, "this must be a string");
}
