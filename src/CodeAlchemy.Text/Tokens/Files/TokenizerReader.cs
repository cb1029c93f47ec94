using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Text.Tokens.Normalizing;

namespace CodeAlchemy.Text.Tokens.Files;

/// <summary>Reads a <c>tokenizer.json</c>. What would change a count and isn't supported is refused by its path in the file.</summary>
internal static class TokenizerReader
{
    /// <summary>The parts of a tokenizer.</summary>
    /// <exception cref="ProblemException">It is no tokenizer, or asks for something that isn't supported.</exception>
    public static TokenizerParts Read(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            // A file saved by some editors begins with a mark of byte order.
            var content = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
            using var document = JsonDocument.Parse(content);
            return Read(new JsonPart(file, "", document.RootElement));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw TokenizerProblem.Unreadable(file, fault.Message, fault);
        }
    }

    private static TokenizerParts Read(JsonPart root)
    {
        if (!root.IsObject)
        {
            throw root.Unsupported("is no object", "the format of tokenizer.json");
        }

        RequireByteLevel(root["decoder"]);
        var model = ModelReader.Read(root["model"]);
        var composes = ReadNormalizer(root["normalizer"]);
        var added = root["added_tokens"].IsNull ? [] : root["added_tokens"].Items().Select(item => AddedTokenReader.Read(item, model.Vocabulary)).ToArray();
        AddedTokenReader.RequireClearBounds(root["added_tokens"], [.. added.Select(token => token.Token)]);
        var spellings = model.Spellings;
        foreach (var (token, _) in added)
        {
            spellings.TryAdd(token.Id, Encoding.UTF8.GetBytes(token.Text));
        }

        return new TokenizerParts(
            model.Pairs,
            SplitterReader.Read(root["pre_tokenizer"]),
            new AddedTokens(added.Where(token => !token.IsNormalized).Select(token => token.Token)),
            new AddedTokens(added.Where(token => token.IsNormalized).Select(token => composes ? Compose(token.Token) : token.Token)),
            composes,
            spellings.ToFrozenDictionary());
    }

    private static AddedToken Compose(AddedToken token) => token with { Text = Composer.Compose(WellFormed.Of(token.Text)) };

    /// <summary>Whether text is brought into form C.</summary>
    private static bool ReadNormalizer(JsonPart part) => part.IsNull ? false : part.Type() switch
    {
        "NFC" => true,
        "Sequence" => part["normalizers"].Items().Select(ReadNormalizer).ToArray().Contains(true),
        var other => throw part.Unsupported($"is of the type '{other}'", "no normalizer, NFC, and a Sequence of them"),
    };

    private static void RequireByteLevel(JsonPart decoder)
    {
        var type = decoder.Type();
        if (type == "Sequence")
        {
            decoder["decoders"].Items().ToList().ForEach(RequireByteLevel);
        }
        else if (!decoder.IsNull && type != "ByteLevel")
        {
            throw decoder.Unsupported($"is of the type '{type}'", "ByteLevel");
        }
    }
}
