using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>Values of a trace as JSON. Pure.</summary>
internal static class TutorLiteral
{
    /// <summary>A number, a truth value, null or a string where the text is one in the usual notation; else the text as a string.</summary>
    public static JsonNode? Of(TraceValue value) => value.Text switch
    {
        "true" or "True" => JsonValue.Create(true),
        "false" or "False" => JsonValue.Create(false),
        "null" or "None" => null,
        var text when IsNumber(text) => JsonNode.Parse(text),
        var text => JsonValue.Create(Unquote(text) ?? text),
    };

    // Any number that JSON has keeps its digits.
    private static bool IsNumber(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || text[0] == '-')))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Escapes that differ between languages stay as they are: only plain strings lose their quotes.
    private static string? Unquote(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] && !text.AsSpan(1, text.Length - 2).ContainsAny(text[0], '\\')
            ? text[1..^1]
            : null;
}
