using System.Collections.Immutable;
using System.Text.Json;

namespace CodeAlchemy.Grounded.Options;

/// <summary>Reads the options of a strategy as its manifest gives them, already checked against the schema of its <c>plugin.yaml</c>. Immutable.</summary>
/// <param name="options">The options.</param>
public readonly struct OptionValues(JsonElement options)
{
    /// <summary>A whole number; the fallback when it isn't given.</summary>
    public int Integer(string name, int fallback) =>
        Member(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : fallback;

    /// <summary>A number; the fallback when it isn't given.</summary>
    public double Number(string name, double fallback) =>
        Member(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : fallback;

    /// <summary>A text; the fallback when it isn't given.</summary>
    public string Text(string name, string fallback) =>
        Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : fallback;

    /// <summary>A truth value; the fallback when it isn't given.</summary>
    public bool Flag(string name, bool fallback) =>
        Member(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : fallback;

    /// <summary>Texts, each once, in their order; the fallback when none are given.</summary>
    public ImmutableArray<string> Strings(string name, ImmutableArray<string> fallback) =>
        Member(name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Select(item => item.GetString()!).Distinct()]
            : fallback;

    private JsonElement? Member(string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var value) ? value : null;
}
