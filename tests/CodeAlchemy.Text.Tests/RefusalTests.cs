using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Tests.Shared;
using CodeAlchemy.Text.Tokens;
using Xunit;

namespace CodeAlchemy.Text.Tests;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("model.type", "\"Unigram\"", "'model.type' is 'Unigram'; supported: BPE")]
    [InlineData("model.dropout", "0.1", "'model.dropout' is set")]
    [InlineData("model.continuing_subword_prefix", "\"##\"", "'model.continuing_subword_prefix' is '##'")]
    [InlineData("model.end_of_word_suffix", "\"</w>\"", "'model.end_of_word_suffix' is '</w>'")]
    [InlineData("model.ignore_merges", "\"yes\"", "'model.ignore_merges' is neither true nor false")]
    [InlineData("model.vocab", "{\"a\": 0}", "'model.vocab' has no token for the byte 0x00")]
    [InlineData("model.vocab.!", "-1", "'model.vocab[\"!\"]' is no id")]
    [InlineData("model.vocab.!", "1.5", "'model.vocab[\"!\"]' is no id")]
    [InlineData("model.vocab.!", "50", "stands for a token or an id that is there already")]
    [InlineData("model.merges", "[\"a b c\"]", "'model.merges[0]' is no pair of tokens")]
    [InlineData("model.merges", "[[\"a\"]]", "'model.merges[0]' is no pair of tokens")]
    [InlineData("model.merges", "[\"Q Q\"]", "'model.merges[0]' needs 'QQ', which model.vocab lacks")]
    [InlineData("normalizer", "{\"type\": \"Lowercase\"}", "'normalizer' is of the type 'Lowercase'; supported: no normalizer, NFC")]
    [InlineData("normalizer", "{\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"NFKC\"}]}", "'normalizer.normalizers[0]' is of the type 'NFKC'")]
    [InlineData("pre_tokenizer", "null", "'pre_tokenizer' doesn't end with ByteLevel")]
    [InlineData("pre_tokenizer", "{\"type\": \"Whitespace\"}", "'pre_tokenizer' doesn't end with ByteLevel")]
    [InlineData("pre_tokenizer.pretokenizers", "[{\"type\": \"Metaspace\"}, {\"type\": \"ByteLevel\"}]", "'pre_tokenizer.pretokenizers[0]' is of the type 'Metaspace'")]
    [InlineData("pre_tokenizer.pretokenizers", "[{\"type\": \"ByteLevel\"}, {\"type\": \"ByteLevel\"}]", "'pre_tokenizer.pretokenizers[0]' is a ByteLevel before the end")]
    [InlineData("pre_tokenizer.pretokenizers.0.behavior", "\"MergedWithNext\"", "'pre_tokenizer.pretokenizers[0].behavior' is 'MergedWithNext'; supported: Isolated and Removed")]
    [InlineData("decoder", "{\"type\": \"Metaspace\"}", "'decoder' is of the type 'Metaspace'")]
    [InlineData("added_tokens", "[{\"id\": 700, \"content\": \"x\", \"single_word\": true}]", "'added_tokens[0].single_word' is true; supported: false")]
    [InlineData("added_tokens", "[{\"id\": 700, \"content\": \"\"}]", "'added_tokens[0].content' is empty")]
    [InlineData("added_tokens", "[{\"id\": 700, \"content\": \" x\"}, {\"id\": 701, \"content\": \"y\", \"rstrip\": true}]", "'added_tokens' has one with 'rstrip' beside ' x'")]
    [InlineData("added_tokens", "{}", "'added_tokens' is no list")]
    public void What_would_change_a_count_and_is_not_supported_is_refused_by_its_path(string path, string value, string message)
    {
        var file = Samples.Small();
        Set(file, path, value);
        var problem = Assert.Throws<ProblemException>(() => Samples.Load(file)).Problem;
        Assert.Equal("unsupported-tokenizer", problem.Code);
        Assert.Equal(ExitCode.Configuration, problem.Exit);
        Assert.Equal("folder/tokenizer.json", problem.Location!.File);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\w+", @"has the escape \w")]
    [InlineData(@"\bx", @"has the escape \b")]
    [InlineData(@"^x", "has '^'")]
    [InlineData(@"x$", "has '$'")]
    [InlineData(@"x+?", "has a lazy quantifier")]
    [InlineData(@"(?<=x)y", "has a group of an unsupported kind")]
    [InlineData(@"(?>x)y", "has a group of an unsupported kind")]
    [InlineData(@"(?i)x", "has a group of an unsupported kind")]
    [InlineData(@"(?i:ss)", "that a ligature folds to")]
    [InlineData(@"(?i:é)", "outside ASCII in (?i:…)")]
    [InlineData(@"(?i:[a-z])", "a range or a category in (?i:…)")]
    [InlineData(@"\p{Han}", "has the category 'Han'")]
    [InlineData(@"\p{Cn}", "has the category 'Cn'")]
    [InlineData(@"[a[b]]", "has a class within a class")]
    [InlineData(@"[a&&b]", "has a class within a class")]
    [InlineData(@"[z-a]", "has a range that is none")]
    [InlineData(@"[a-]", "has a '-' whose meaning is open")]
    [InlineData(@"[]", "has an empty class")]
    [InlineData(@"[a", "ends too early")]
    [InlineData(@"(a", "lacks a ')'")]
    [InlineData(@"a)", "has a ')' too many")]
    [InlineData(@"a*", "can match nothing at all")]
    [InlineData(@"(a*)*", "repeats something that can be empty")]
    [InlineData(@"(ab)++", "has a possessive quantifier after a group")]
    [InlineData(@"a{2,1}", "has braces that are no quantifier")]
    [InlineData(@"(a{1,9}b){1000}(c{1,9}d){1000}((ef){500}){500}", "is too long")]
    [InlineData(@"x(?!ab)", "looks ahead for more than one character")]
    public void A_pattern_that_is_not_supported_is_refused_by_what_it_has(string pattern, string message)
    {
        var file = Samples.Small();
        file["pre_tokenizer"]!["pretokenizers"]![0]!["pattern"]!["Regex"] = pattern;
        var problem = Assert.Throws<ProblemException>(() => Samples.Load(file)).Problem;
        Assert.StartsWith("In the tokenizer folder/tokenizer.json, 'pre_tokenizer.pretokenizers[0].pattern' ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("no JSON")]
    public void A_file_that_is_no_json_is_refused(string content) =>
        Assert.Equal("unusable-tokenizer", Assert.Throws<ProblemException>(() => Samples.Load(content)).Problem.Code);

    [Theory]
    [InlineData("[]", "'the whole' is no object")]
    [InlineData("{}", "'model.type' is ''")]
    public void A_file_that_is_no_tokenizer_is_refused(string content, string message) =>
        Assert.Contains(message, Assert.Throws<ProblemException>(() => Samples.Load(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_a_problem_with_its_path_and_a_remedy()
    {
        var problem = Assert.Throws<ProblemException>(() => ByteLevelBpe.Load("/nowhere/tokenizer.json")).Problem;
        Assert.Equal(("missing-tokenizer", ExitCode.Configuration), (problem.Code, problem.Exit));
        Assert.Contains("/nowhere/tokenizer.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains("leave 'tokenizer' out", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("unusable-tokenizer", Assert.Throws<ProblemException>(() => ByteLevelBpe.Load(folder.Path)).Problem.Code);
    }

    [Fact]
    public void A_file_is_named_by_its_name_and_its_content()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "small.json");
        File.Copy(Samples.Fixture("small.json"), path);
        var name = ByteLevelBpe.Load(path).Name;
        Assert.Matches("^small\\.json@[0-9a-f]{8}$", name);
        File.AppendAllText(path, "\n");
        Assert.NotEqual(name, ByteLevelBpe.Load(path).Name);
    }

    private static void Set(JsonNode file, string path, string value)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            file = (int.TryParse(part, out var index) ? file[index] : file[part])!;
        }

        file[parts[^1]] = JsonNode.Parse(value);
    }
}
