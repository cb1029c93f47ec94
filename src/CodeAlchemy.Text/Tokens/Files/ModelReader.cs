using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Text.Tokens.Files;

/// <summary>Reads vocabulary and merges.</summary>
internal static class ModelReader
{
    /// <summary>Vocabulary with merges, token → id, and the bytes of every token.</summary>
    public static (BytePairs Pairs, Dictionary<string, int> Vocabulary, Dictionary<int, byte[]> Spellings) Read(JsonPart model)
    {
        RequireBytePairs(model);
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        var spellings = new Dictionary<int, byte[]>();
        foreach (var (token, value) in model["vocab"].Members())
        {
            var id = value.Id();
            if (!vocabulary.TryAdd(token, id) || !spellings.TryAdd(id, ByteAlphabet.ToBytes(token)))
            {
                throw value.Unsupported("stands for a token or an id that is there already", "one id for each token");
            }
        }

        RequireBytes(model["vocab"], vocabulary);
        return (new BytePairs(vocabulary, Merges(model["merges"], vocabulary), model["ignore_merges"].Flag(false)), vocabulary, spellings);
    }

    private static void RequireBytePairs(JsonPart model)
    {
        // Files of the first versions name no type.
        if (model.Type() != "BPE" && (model.Type() != "" || model["merges"].IsNull))
        {
            throw model["type"].Unsupported($"is '{model.Type()}'", "BPE");
        }

        foreach (var affix in new[] { "continuing_subword_prefix", "end_of_word_suffix" })
        {
            if (!model[affix].IsNull && model[affix].Text().Length > 0)
            {
                throw model[affix].Unsupported($"is '{model[affix].Text()}'", "null");
            }
        }

        if (!model["dropout"].IsNull)
        {
            throw model["dropout"].Unsupported("is set", "null, since it would make counts random");
        }
    }

    /// <summary>Without a byte's token its text would vanish from the count. C0, C1 and F5 to FF never occur in UTF-8.</summary>
    private static void RequireBytes(JsonPart part, Dictionary<string, int> vocabulary)
    {
        for (var value = 0; value < 0xF5; value++)
        {
            if (value is not (0xC0 or 0xC1) && !vocabulary.ContainsKey(ByteAlphabet.Of((byte)value).ToString()))
            {
                throw part.Unsupported($"has no token for the byte 0x{value:X2}", "vocabularies of byte-level BPE, which have one for every byte");
            }
        }
    }

    private static Dictionary<ulong, Merge> Merges(JsonPart part, Dictionary<string, int> vocabulary)
    {
        var merges = new Dictionary<ulong, Merge>();
        var rank = 0;
        foreach (var item in part.Items())
        {
            var (left, right) = Pair(item);
            var key = BytePairs.Key(Find(left, item, vocabulary), Find(right, item, vocabulary));
            merges[key] = new Merge(rank++, Find(left + right, item, vocabulary));
        }

        return merges;
    }

    private static (string Left, string Right) Pair(JsonPart item)
    {
        string[] parts = item.IsText ? item.Text().Split(' ') : [.. item.Items().Select(part => part.Text())];
        return parts is [{ Length: > 0 } left, { Length: > 0 } right] ? (left, right) : throw item.Unsupported("is no pair of tokens", "\"a b\" and [\"a\", \"b\"]");
    }

    private static int Find(string token, JsonPart item, Dictionary<string, int> vocabulary) =>
        vocabulary.TryGetValue(token, out var id) ? id : throw item.Unsupported($"needs '{token}', which model.vocab lacks", "merges of tokens to a token");
}
