using System.Text.Json;
using CodeAlchemy.DummyEndpoint;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>All strategies, computed and in the words of a model, over the small corpus of the examples.</summary>
public sealed class EveryStrategy
{
    private static readonly string[] Strategies = ["code-dev", "code-dialogue", "code-enhance", "code-qa", "code-trace"];
    private static readonly string[] Languages = ["c", "cpp", "java", "javascript", "python", "typescript"];

    private static readonly string[] Further = ["bash", "csharp", "go", "groovy", "kotlin", "lua", "perl", "php", "ruby", "rust", "scala", "sql", "tcl"];

    [Fact]
    public async Task Five_strategies_in_both_modes_give_rows_in_every_language_and_a_yield_by_strategy_language_and_reason()
    {
        using var scratch = new Scratch();
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer });
        var manifest = scratch.Write("all.yaml", $"""
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: all
            source:
              files: {Corpus()}
            filters: [size, encoding, syntax, duplicates]
            strategies:
              - code-trace: {Few("questionsPerCase: 1, renderings: [compact]")}
              - code-qa: {Few("questionsPerCase: 2, problems: 3")}
              - code-dev: {Few("requests: 3, mutantsTried: 2")}
              - code-dialogue: {Few("dialogues: 1")}
              - code-enhance: {Few("perFile: 1, rewriteAll: true")}
            models:
              default: {Endpoint(server.Url)}
            output: {Out(scratch["out"])}
            run: {Limits}
            """);

        var result = await Tool.Run(["run", manifest, "--json"], TimeSpan.FromMinutes(15));

        Assert.True(result.ExitCode == 0, result.Stderr);
        var summary = JsonDocument.Parse(result.Stdout).RootElement;
        var ledger = summary.GetProperty("ledger");
        Assert.True(ledger.GetProperty("balanced").GetBoolean());
        Assert.True(summary.GetProperty("models").GetProperty("replies").GetInt64() > 0);
        var yield = ledger.GetProperty("yield").EnumerateArray().ToDictionary(y => (y.GetProperty("strategy").GetString()!, y.GetProperty("language").GetString()!));
        Assert.Equal(Strategies.SelectMany(s => Languages.Select(l => (s, l))).Order(), yield.Keys.Order());
        Assert.All(yield.Values, y => Assert.True(y.GetProperty("rows").GetInt64() > 0));
        Assert.Contains(yield.Values, y => y.GetProperty("rejects").TryGetProperty("no-code-block", out _) || y.GetProperty("rejects").TryGetProperty("wrong-answer", out _));

        foreach (var strategy in Strategies)
        {
            var rows = Rows(scratch["out"], strategy);
            Assert.Equal(["grounded", "model"], rows.Select(Mode).Distinct().Order(StringComparer.Ordinal));
            Assert.All(rows.Where(row => Mode(row) == "model" && row.GetProperty("task").GetString() != "original"), row => Assert.Equal("dummy-1", row.GetProperty("provenance").GetProperty("model").GetString()));
        }

        Assert.Equal(0, (await Tool.Run("verify", scratch["out"])).ExitCode);
    }

    [Fact]
    public async Task The_further_languages_give_traces_questions_and_dialogues_and_lose_no_program()
    {
        using var scratch = new Scratch();
        var manifest = scratch.Write("languages.yaml", $"""
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: languages
            source:
              files: {Braces($"root: \"{Path.Combine(Tool.Root, "examples", "more-languages")}\"")}
            filters: [size, encoding, syntax, duplicates]
            strategies:
              - code-trace: {Braces("maxCases: 1, mutations: 0")}
              - code-qa: {Braces("maxCases: 1, mutations: 0, problems: 4")}
              - code-dialogue: {Braces("dialogues: 3")}
            output: {Out(scratch["out"])}
            """);

        var result = await Tool.Run(["run", manifest, "--json"], TimeSpan.FromMinutes(15));

        Assert.True(result.ExitCode == 0, result.Stderr);
        var ledger = JsonDocument.Parse(result.Stdout).RootElement.GetProperty("ledger");
        Assert.True(ledger.GetProperty("balanced").GetBoolean());
        Assert.Equal(0, ledger.GetProperty("failed").GetInt64());
        foreach (var strategy in new[] { "code-trace", "code-qa", "code-dialogue" })
        {
            Assert.Equal(Further, Rows(scratch["out"], strategy).Select(row => row.GetProperty("language").GetString()!).Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Rows_of_both_modes_are_derived_again_without_corpus_and_model_and_a_changed_row_is_found()
    {
        using var scratch = new Scratch();
        scratch.Write("corpus/total.py", "def total(values):\n    s = 0\n    for v in values:\n        s += v\n    return s\n\n\nprint('sum', total([3, 5, 8]))\n");
        await using (var server = DummyServer.Start(new Script { Words = PlainModel.Answer }))
        {
            var manifest = scratch.Write("derive.yaml", $"""
                apiVersion: codealchemy/v1
                kind: Pipeline
                name: derive
                source:
                  files: {Braces("root: corpus")}
                strategies:
                  - code-trace: {Few("renderings: [compact]")}
                  - code-qa: {Few("problems: 4")}
                  - code-dev: {Few("requests: 10")}
                  - code-dialogue: {Few("dialogues: 2")}
                  - code-enhance: {Few("rewriteAll: true")}
                models:
                  default: {Endpoint(server.Url)}
                output: {Out(scratch["out"])}
                """);
            var result = await Tool.Run(["run", manifest], TimeSpan.FromMinutes(10));
            Assert.True(result.ExitCode == 0, result.Stderr);
        }

        Directory.Delete(scratch["corpus"], recursive: true);
        var derived = await Tool.Run(["verify", "--derive", scratch["out"]], TimeSpan.FromMinutes(10));
        Assert.True(derived.ExitCode == 0, derived.Stdout + derived.Stderr);
        Assert.Contains(" rows derived, 0 differ", derived.Stderr, StringComparison.Ordinal);

        var file = Directory.EnumerateFiles(Path.Combine(scratch["out"], "data", "code-qa"), "*.jsonl").Single();
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines[0] = lines[0].Replace("\"content\":\"", "\"content\":\"So: ", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        var changed = await Tool.Run(["verify", "--derive", scratch["out"]], TimeSpan.FromMinutes(10));
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("train-00000-of-00001.jsonl:1: the row of total.py came out different [not-derived]", changed.Stdout, StringComparison.Ordinal);
    }

    private const string Limits = "{limits: {cpu: 4s, wall: 40s, memory: 256MiB}, trace: {events: 50000}}";

    private static string Braces(string text) => $"{{{text}}}";

    private static string Corpus() => Braces($"root: \"{Path.Combine(Tool.Root, "examples", "corpus")}\"");

    private static string Out(string folder) => Braces($"path: \"{folder}\"");

    private static string Few(string options) => Braces($"mode: both, maxCases: 1, mutations: 0, {options}");

    // Replies are cached by the model's name, and each test wants a cache of its own.
    private static string Endpoint(Uri url) => Braces($"endpoint: \"{url}\", model: plain-{Guid.NewGuid():n}, maxConcurrency: 16");

    private static string? Mode(JsonElement row) => row.GetProperty("labels").GetProperty("mode").GetString();

    private static List<JsonElement> Rows(string folder, string strategy) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "data", strategy), "*.jsonl").SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement),
    ];
}
