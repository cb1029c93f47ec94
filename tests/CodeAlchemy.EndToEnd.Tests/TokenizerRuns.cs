using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class TokenizerRuns
{
    private const string Program = "def double(x):\n    return 2 * x\n\n\nprint(double(int(input())))\n";

    [Fact]
    public async Task Rows_are_counted_with_the_built_in_tokenizer_or_with_the_one_that_the_manifest_names()
    {
        using var scratch = new Scratch();
        var builtIn = await Rows(scratch, "built-in", "");
        File.Copy(Path.Combine(Tool.Root, "tests/CodeAlchemy.Text.Tests/fixtures/small.json"), scratch["small.json"]);
        var own = await Rows(scratch, "own", "tokenizer: small.json");

        Assert.NotEmpty(builtIn);
        Assert.Equal(builtIn.Select(row => row.Id), own.Select(row => row.Id));
        Assert.All(builtIn, row => Assert.Equal("codealchemy-8k", row.Tokenizer));
        Assert.All(own, row => Assert.Matches("^small\\.json@[0-9a-f]{8}$", row.Tokenizer));
        // 700 tokens know less of a text than 8,192, and neither makes a token of less than a byte.
        Assert.All(builtIn.Zip(own), pair => Assert.InRange(pair.First.Count, 1, pair.Second.Count));
        Assert.All(own, row => Assert.InRange(row.Count, 1, row.Bytes));
    }

    [Theory]
    [InlineData("nowhere.json", "", "There is no tokenizer", "leave 'tokenizer' out")]
    [InlineData("unigram.json", "{\"model\": {\"type\": \"Unigram\"}}", "'model.type' is 'Unigram'; supported: BPE", "byte-level BPE")]
    public async Task A_tokenizer_that_cannot_be_used_ends_the_run_before_it_starts(string name, string content, string message, string remedy)
    {
        using var scratch = new Scratch();
        if (content.Length > 0)
        {
            scratch.Write(name, content);
        }

        var manifest = Manifest(scratch, "broken", $"tokenizer: {name}");
        foreach (var verb in new[] { "validate", "plan", "run" })
        {
            var result = await Tool.Run(verb, manifest);
            Assert.Equal(5, result.ExitCode);
            Assert.Contains(message, result.Stderr, StringComparison.Ordinal);
            Assert.Contains(remedy, result.Stderr, StringComparison.Ordinal);
            Assert.Contains(scratch[name], result.Stderr, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(scratch["broken"]));
    }

    private static async Task<IReadOnlyList<(string Id, string Tokenizer, long Count, long Bytes)>> Rows(Scratch scratch, string name, string line)
    {
        var result = await Tool.Run("run", Manifest(scratch, name, line));
        Assert.Equal(0, result.ExitCode);
        return [.. Directory.EnumerateFiles(Path.Combine(scratch[name], "data"), "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines).Select(Read).Order()];
    }

    private static (string Id, string Tokenizer, long Count, long Bytes) Read(string line)
    {
        using var row = JsonDocument.Parse(line);
        var tokens = row.RootElement.GetProperty("tokens");
        var bytes = row.RootElement.GetProperty("messages").EnumerateArray().Sum(Size);
        return (row.RootElement.GetProperty("id").GetString()!, tokens.GetProperty("tokenizer").GetString()!, tokens.GetProperty("count").GetInt64(), bytes);
    }

    private static long Size(JsonElement message) => Size(message, "content") + Size(message, "reasoning");

    private static long Size(JsonElement message, string part) =>
        message.TryGetProperty(part, out var text) && text.GetString() is { } value ? System.Text.Encoding.UTF8.GetByteCount(value) : 0;

    private static string Manifest(Scratch scratch, string name, string line)
    {
        scratch.Write("corpus/double.py", Program);
        scratch.Write("corpus/double.py.cases.yaml", "apiVersion: codealchemy/v1\ncases:\n  - {name: three, stdin: \"3\\n\"}\n");
        return scratch.Write($"{name}.yaml", $"""
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: tokens
            source: {"{files: {root: corpus, include: [\"**/*.py\"]}}"}
            strategies: [code-trace]
            {line}
            output: {"{path: " + name + "}"}
            """);
    }
}
