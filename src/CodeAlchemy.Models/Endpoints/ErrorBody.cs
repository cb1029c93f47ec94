using System.Text;
using System.Text.Json;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>What a server says is wrong, in one line.</summary>
/// <param name="Message">Its words, secrets out.</param>
/// <param name="Code">Its code, or empty.</param>
internal sealed record ErrorBody(string Message, string Code)
{
    private const int Longest = 400;

    public static ErrorBody Read(ReadOnlySpan<byte> body, Redactor redactor)
    {
        var text = Encoding.UTF8.GetString(body);
        var (message, code) = Parts(text);
        return new ErrorBody(OneLine(redactor.Clean(message)), code);
    }

    /// <summary>What kind of text this is, for a message about a reply that is none.</summary>
    public static string Describe(ReadOnlySpan<byte> body)
    {
        var start = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 256)]).TrimStart();
        return start.Length == 0 ? "nothing"
            : start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? "an HTML page"
            : start[0] is '{' or '[' ? "JSON that is broken or no chat completion" : "text that is not JSON";
    }

    private static (string Message, string Code) Parts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var inner) ? inner : root;
            return error.ValueKind == JsonValueKind.String ? (error.GetString()!, string.Empty)
                : (CompletionReader.Text(error, "message") ?? CompletionReader.Text(error, "detail") ?? text, CompletionReader.Text(error, "code") ?? CompletionReader.Text(error, "type") ?? string.Empty);
        }
        catch (JsonException)
        {
            return (text.TrimStart().StartsWith('<') ? "an HTML page" : text, string.Empty);
        }
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "no message" : line.Length > Longest ? line[..Longest] + "…" : line;
    }
}
