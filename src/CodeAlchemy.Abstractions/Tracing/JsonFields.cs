using CodeAlchemy.Abstractions.Hosting;
using System.Collections.Immutable;
using System.Text.Json;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Strict access to the members of one JSON object.</summary>
internal readonly struct JsonFields
{
    private readonly JsonElement _element;

    public JsonFields(JsonElement element)
    {
        _element = element.ValueKind == JsonValueKind.Object
            ? element
            : throw new TraceFormatException("An object is expected.", "A trace holds one JSON object per line.");
    }

    public static string AsText(JsonElement element, string name) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : throw Wrong(name, "a string");

    public JsonFields Only(params ReadOnlySpan<string> known)
    {
        foreach (var member in _element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new TraceFormatException(
                    $"The key '{member.Name}' is not known.", NearestName.Find(member.Name, [.. known]) is { } near ? $"Did you mean '{near}'?" : $"Known keys: {string.Join(", ", known!)}.");
            }
        }

        return this;
    }

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public string Text(string name) => AsText(Required(name), name);

    public string? TextOrNull(string name) => _element.TryGetProperty(name, out var value) ? AsText(value, name) : null;

    public byte[] Base64(string name) => Required(name).TryGetBytesFromBase64(out var bytes) ? bytes : throw Wrong(name, "base64");

    public int Number(string name) => AsNumber(Required(name), name);

    public int NumberOr(string name, int absent) => _element.TryGetProperty(name, out var value) ? AsNumber(value, name) : absent;

    public int? NumberOrNull(string name) =>
        Required(name) is { ValueKind: not JsonValueKind.Null } value ? AsNumber(value, name) : null;

    public long LongNumber(string name) =>
        Required(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : throw Wrong(name, "a number");

    public bool Flag(string name) => _element.TryGetProperty(name, out var value)
        && (value.ValueKind == JsonValueKind.True ? true : throw Wrong(name, "true or left out"));

    public JsonFields Object(string name) => new(Required(name));

    public IEnumerable<JsonProperty> Members() => _element.EnumerateObject();

    public ImmutableArray<string> Texts(string name) => Required(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(e => AsText(e, name))]
        : throw Wrong(name, "a list");

    private static int AsNumber(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, "a number");

    private static TraceFormatException Wrong(string name, string expected) =>
        new($"The key '{name}' must be {expected}.", "See docs/tracing.md for the format.");

    private JsonElement Required(string name) => _element.TryGetProperty(name, out var value)
        ? value
        : throw new TraceFormatException($"The key '{name}' is missing.", "See docs/tracing.md for the format.");
}
