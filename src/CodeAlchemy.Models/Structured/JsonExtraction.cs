using System.Text.Json;

namespace CodeAlchemy.Models.Structured;

/// <summary>Finds the JSON in a reply: the whole text, or the one fenced block in it. Guesses nothing and mends nothing.</summary>
internal static class JsonExtraction
{
    private const string Fence = "```";
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public static bool TryExtract(string content, out JsonElement value, out string error)
    {
        var text = content.Trim();
        if (TryParse(text, out value, out error))
        {
            return true;
        }

        var blocks = Blocks(text);
        return blocks.Count switch
        {
            1 => TryParse(blocks[0], out value, out error),
            > 1 => Fail($"there are {blocks.Count} fenced blocks, so which one is meant is not clear", out error),
            _ => false,
        };
    }

    private static bool Fail(string message, out string error)
    {
        error = message;
        return false;
    }

    private static bool TryParse(string text, out JsonElement value, out string error)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            value = document.RootElement.Clone();
            Decode(value);
            error = string.Empty;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            value = default;
            error = $"it is not valid JSON: {exception.Message}";
            return false;
        }
    }

    // Half a surrogate pair parses, but throws in the face of whoever reads the string later.
    private static void Decode(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Decode(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _ = property.Name;
                    Decode(property.Value);
                }

                break;
        }
    }

    // A fence opens and closes at the start of a line; one that is never closed is no block.
    private static List<string> Blocks(string text)
    {
        var blocks = new List<string>();
        List<string>? block = null;
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                if (block is not null)
                {
                    blocks.Add(string.Join('\n', block));
                }

                block = block is null ? [] : null;
            }
            else
            {
                block?.Add(line);
            }
        }

        return blocks;
    }
}
