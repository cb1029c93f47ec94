using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Text.Tokens.Files;

/// <summary>A part of a tokenizer's file with its path, so that every complaint can name it.</summary>
internal readonly struct JsonPart(string file, string path, JsonElement element)
{
    public bool IsNull => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public bool IsText => element.ValueKind == JsonValueKind.String;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>A member; a missing one is like <c>null</c>.</summary>
    public JsonPart this[string name] =>
        new(file, path.Length == 0 ? name : $"{path}.{name}", IsObject && element.TryGetProperty(name, out var member) ? member : default);

    /// <summary>The elements of a list.</summary>
    public IEnumerable<JsonPart> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Unsupported("is no list", "a list");
        }

        var (ofFile, ofPath) = (file, path);
        return element.EnumerateArray().Select((item, index) => new JsonPart(ofFile, $"{ofPath}[{index}]", item));
    }

    /// <summary>The members of an object by name.</summary>
    public IEnumerable<(string Name, JsonPart Value)> Members()
    {
        if (!IsObject)
        {
            throw Unsupported("is no object", "an object");
        }

        var (ofFile, ofPath) = (file, path);
        return element.EnumerateObject().Select(member => (member.Name, new JsonPart(ofFile, $"{ofPath}[\"{member.Name}\"]", member.Value)));
    }

    public string Text() => IsText ? element.GetString()! : throw Unsupported("is no text", "a text");

    /// <summary>A truth value; a missing one is the default.</summary>
    public bool Flag(bool otherwise) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => IsNull ? otherwise : throw Unsupported("is neither true nor false", "true and false"),
    };

    /// <summary>The id of a token.</summary>
    public int Id() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var id) && id >= 0
        ? id
        : throw Unsupported("is no id of a token", "whole numbers from 0 on");

    /// <summary>What an object says it is; the empty text if it says nothing.</summary>
    public string Type() => this["type"] is { IsText: true } type ? type.Text() : "";

    public ProblemException Unsupported(string what, string supported) =>
        TokenizerProblem.Unsupported(file, path.Length == 0 ? "the whole" : path, what, supported);
}
