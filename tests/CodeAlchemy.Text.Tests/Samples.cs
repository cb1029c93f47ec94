using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Text.Tokens;

namespace CodeAlchemy.Text.Tests;

/// <summary>Texts and tokenizers to test with.</summary>
internal static class Samples
{
    private static readonly string[] Bits =
    [
        "'s", "'LL", "'Ve", " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u3000", "a", "ab", "the", " return", "self", "é", "e\u0301", "\U0001D400", "\U00020000",
        "12345", "٣", "½", "漢字", "한국", "🙂", "!=", "/*", "_x", "\0", "\u200b", "\ufeff", "CamelCase", "don't", "{}", ");",
    ];

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of <c>fixtures</c>.</summary>
    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);

    /// <summary>The file of the small tokenizer, to change.</summary>
    public static JsonObject Small() => JsonNode.Parse(File.ReadAllText(Fixture("small.json")))!.AsObject();

    /// <summary>Loads what a file's content would give.</summary>
    public static ByteLevelBpe Load(JsonNode content) => Load(content.ToJsonString());

    /// <summary>Loads what a file's content would give.</summary>
    public static ByteLevelBpe Load(string content) => ByteLevelBpe.Load(new MemoryStream(Encoding.UTF8.GetBytes(content)), "folder/tokenizer.json");

    /// <summary>Random texts of words, signs and any characters of Unicode.</summary>
    public static IEnumerable<string> Random(int count, int highest = 0x10FFFF)
    {
        var random = new Random(5);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var left = random.Next(1, 40); left > 0; left--)
            {
                var bit = random.Next(3) > 0 ? Bits[random.Next(Bits.Length)] : Any(random).ToString();
                text.Append(bit.EnumerateRunes().All(rune => rune.Value <= highest) ? bit : "?");
            }

            yield return text.ToString();
        }
    }

    private static Rune Any(Random random)
    {
        var limit = random.Next(3) switch { 0 => 0x250, 1 => 0x10000, _ => 0x110000 };
        Rune rune;
        while (!Rune.TryCreate(random.Next(limit), out rune))
        {
        }

        return rune;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run below the folder of the solution");
        }

        return folder.FullName;
    }
}
