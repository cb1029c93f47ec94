using CodeAlchemy.Abstractions.Hosting;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>
/// A mapping with known keys, folded into an immutable value. Declared once and not changed afterwards.
/// A key whose value is empty counts as not given.
/// </summary>
/// <param name="seed">The value before any key is read: the defaults.</param>
internal sealed class ObjectShape<T>(Func<T> seed) : Shape<T>
{
    private readonly List<ObjectKey<T>> _keys = [];
    private readonly Dictionary<string, string> _unsupported = new(StringComparer.Ordinal);
    private readonly List<Func<T, MappingNode, ReadContext, bool>> _checks = [];
    private readonly List<Action<JsonObject>> _schemaRules = [];

    public ObjectShape<T> Required<TValue>(string name, Shape<TValue> shape, Func<T, TValue, T> set, string description) =>
        Key(name, true, shape, set, description, null);

    public ObjectShape<T> Optional<TValue>(string name, Shape<TValue> shape, Func<T, TValue, T> set, string description, JsonNode? @default = null) =>
        Key(name, false, shape, set, description, @default);

    /// <summary>A key that belongs to the format but is not offered by this version.</summary>
    public ObjectShape<T> Unsupported(string name, string why)
    {
        _unsupported[name] = why;
        return this;
    }

    /// <summary>A rule over several keys; it reports its own errors and returns whether it holds.</summary>
    /// <param name="rule">Reads the folded value and the mapping.</param>
    /// <param name="schema">The same rule in the schema.</param>
    public ObjectShape<T> Rule(Func<T, MappingNode, ReadContext, bool> rule, Action<JsonObject>? schema = null)
    {
        _checks.Add(rule);
        _schemaRules.Add(schema ?? (_ => { }));
        return this;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        value = seed();
        if (node is not MappingNode mapping)
        {
            context.WrongType(node, "a mapping");
            return false;
        }

        var success = NamesAreKnown(mapping, context);
        foreach (var key in _keys)
        {
            success &= ReadKey(key, mapping, context, ref value);
        }

        var folded = value;
        return success && _checks.All(rule => rule(folded, mapping, context));
    }

    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in _keys)
        {
            properties[key.Name] = key.Schema();
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (_keys.Any(key => key.IsRequired))
        {
            schema["required"] = new JsonArray([.. _keys.Where(key => key.IsRequired).Select(key => JsonValue.Create(key.Name))]);
        }

        schema["additionalProperties"] = false;
        _schemaRules.ForEach(rule => rule(schema));
        return schema;
    }

    private ObjectShape<T> Key<TValue>(string name, bool required, Shape<TValue> shape, Func<T, TValue, T> set, string description, JsonNode? @default)
    {
        _keys.Add(new ObjectKey<T>(name, required, Read, Describe));
        return this;

        bool Read(Node node, ReadContext context, ref T target)
        {
            var success = shape.TryRead(node, context.In(name), out var read);
            target = success ? set(target, read!) : target;
            return success;
        }

        JsonObject Describe()
        {
            var schema = shape.Schema();
            schema["description"] = description;
            if (@default is not null)
            {
                schema["default"] = @default.DeepClone();
            }

            return schema;
        }
    }

    private bool ReadKey(ObjectKey<T> key, MappingNode mapping, ReadContext context, ref T value)
    {
        var node = mapping[key.Name];
        if (node is not null && !node.IsNull)
        {
            return key.Read(node, context, ref value);
        }

        if (key.IsRequired && !IsMisspelt(key.Name, mapping))
        {
            var where = context.Path.Length == 0 ? "" : $" in '{context.Path}'";
            context.Error(DiagnosticCodes.MissingKey, $"The key '{key.Name}' is missing{where}.", node ?? mapping, suggestion: node is null ? Suggestion.AddKey(key.Name) : null);
        }

        return !key.IsRequired;
    }

    /// <summary>Whether an unknown key stands there for which this one is suggested: one error is enough then.</summary>
    private bool IsMisspelt(string name, MappingNode mapping)
    {
        var names = _keys.Select(key => key.Name).ToArray();
        return mapping.Entries.Any(entry => !names.Contains(entry.Key.Text) && NearestName.Find(entry.Key.Text, names) == name);
    }

    private bool NamesAreKnown(MappingNode mapping, ReadContext context)
    {
        var known = true;
        foreach (var name in mapping.Entries.Select(entry => entry.Key).Where(key => _keys.TrueForAll(k => k.Name != key.Text)))
        {
            known = false;
            if (_unsupported.TryGetValue(name.Text, out var why))
            {
                context.Error(DiagnosticCodes.UnsupportedKey, $"{context.In(name.Text).Name}: {why}", name, "Leave it out.", Suggestion.Remove);
            }
            else
            {
                context.Unknown(DiagnosticCodes.UnknownKey, "key", name.Text, name.Location, _keys.Select(key => key.Name));
            }
        }

        return known;
    }
}
