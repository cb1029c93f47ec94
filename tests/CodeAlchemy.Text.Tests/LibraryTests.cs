using System.Text.Json.Nodes;
using Xunit;

namespace CodeAlchemy.Text.Tests;

/// <summary>
/// Compares with ids that the tokenizers library of Hugging Face gave (through Tokenizers.DotNet 1.4.1) for the small tokenizer with the
/// pre-tokenizers, normalizers and added tokens of well-known models.
/// </summary>
public sealed class LibraryTests
{
    private static readonly JsonArray Recorded = JsonNode.Parse(File.ReadAllText(Samples.Fixture("library.json")))!.AsArray();

    public static TheoryData<string> Names() => new(Recorded.Select(tokenizer => (string)tokenizer!["name"]!));

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_those_of_the_library(string name)
    {
        var recorded = Recorded.Single(tokenizer => (string)tokenizer!["name"]! == name)!;
        var file = Samples.Small();
        foreach (var part in new[] { "pre_tokenizer", "normalizer", "added_tokens" })
        {
            file[part] = recorded[part]?.DeepClone();
        }

        file["model"]!["ignore_merges"] = recorded["ignore_merges"]!.DeepClone();
        if ((bool)recorded["pairs"]!)
        {
            file["model"]!["merges"] = new JsonArray([.. file["model"]!["merges"]!.AsArray().Select(AsPair)]);
        }

        var tokenizer = Samples.Load(file);
        var cases = recorded["cases"]!.AsArray();
        Assert.True(cases.Count > 50);
        Assert.All(cases, item =>
        {
            var text = (string)item!["text"]!;
            Assert.Equal((string)item["ids"]!, string.Join(' ', tokenizer.Encode(text)));
            Assert.Equal(tokenizer.Encode(text).Length, tokenizer.Count(text));
        });
    }

    private static JsonNode AsPair(JsonNode? merge) => new JsonArray([.. ((string)merge!).Split(' ').Select(part => JsonValue.Create(part))]);
}
