using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing;

namespace CodeAlchemy.Manifests.Tests.Editing;

/// <summary>The cursor is written as <c>|</c>.</summary>
public sealed class EditedDocumentTests
{
    private static readonly PipelineCatalogue Catalogue = PipelineCatalogue.Default with
    {
        Strategies = new Dictionary<string, StrategyDefinition>
        {
            ["code-trace"] = new()
            {
                Options = new JsonObject
                {
                    ["renderings"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("compact", "cwm") }, ["description"] = "Texts of a trace." },
                    ["mode"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("auto", "model"), ["default"] = "auto", ["description"] = "Which rows." },
                    ["deep"] = new JsonObject { ["type"] = "boolean", ["description"] = "Whether deep." },
                },
            },
            ["code-qa"] = new() { Options = [] },
        },
    };

    private static readonly DocumentSchema Pipeline = DocumentSchema.Pipeline(Catalogue);

    [Theory]
    [InlineData("|", "apiVersion kind name source filters strategies models tokenizer output run")]
    [InlineData("apiVersion: codealchemy/v1\nkind: Pipeline\nna|", "name source filters strategies models tokenizer output run")]
    [InlineData("apiVersion: codealchemy/v1\r\nkind: Pipeline\r\n|\r\nname: x\r\n", "source filters strategies models tokenizer output run")]
    [InlineData("name: x\n  # note |\n", "")]
    [InlineData("name: \"x|\"\n", "")]
    [InlineData("name: '|'\n", "")]
    [InlineData("kind: |", "Pipeline")]
    [InlineData("kind:|", "Pipeline")]
    [InlineData("run:\n  |", "executor isolation seed rejects processes budget limits trace")]
    [InlineData("run:\n  isolation: strict\n  |", "executor seed rejects processes budget limits trace")]
    [InlineData("run:\n  se|\n  isolation: strict\n", "executor seed rejects processes budget limits trace")]
    [InlineData("run: {isolation: strict, |", "executor seed rejects processes budget limits trace")]
    [InlineData("run: {isolation: strict, |\nname: x", "executor seed rejects processes budget limits trace")]
    [InlineData("run: {isolation: |}", "strict standard none")]
    [InlineData("run:\n  isolation: st|", "strict standard none")]
    [InlineData("run:\n  isolation: st|\n  broken: [\n", "strict standard none")]
    [InlineData("run:\n  limits:\n    cpu: 1s\n    |", "wall memory processes fileSize disk inodes output")]
    [InlineData("run:\n  limits:\n    cpu: 1s\n  |", "executor isolation seed rejects processes budget trace")]
    [InlineData("run:\n  limits:\n    cpu: 1s\n|", "apiVersion kind name source filters strategies models tokenizer output")]
    [InlineData("filters: [size, |]", "encoding syntax duplicates")]
    [InlineData("filters:\n  - |", "size encoding syntax duplicates size:")]
    [InlineData("filters:\n- size\n- |", "encoding syntax duplicates")]
    [InlineData("filters:\n  -|", "size encoding syntax duplicates size:")]
    [InlineData("filters: |", "size encoding syntax duplicates")]
    [InlineData("filters: [size: {|}]", "atMost atLeast")]
    [InlineData("filters:\n  - size:\n      |", "atMost atLeast")]
    [InlineData("strategies: [|]", "code-qa code-trace code-trace:")]
    [InlineData("strategies:\n  - code-trace: {renderings: [compact, |]}", "cwm")]
    [InlineData("strategies:\n  - code-trace:\n      renderings: |", "compact cwm")]
    [InlineData("strategies:\n  - code-trace:\n      renderings:\n        |", "compact cwm")]
    [InlineData("strategies:\n  - code-trace:\n      mode: auto\n      |", "renderings deep")]
    [InlineData("strategies:\n  - code-trace: {deep: |", "true false")]
    [InlineData("source: {files: {root: x}, |}", "")]
    [InlineData("source:\n  |", "files jsonl")]
    [InlineData("name: 𝒳𝒴\nrun: {note: '𝒳', isolation: |}", "strict standard none")]
    [InlineData("run:\n\t|", "executor isolation seed rejects processes budget limits trace")]
    [InlineData("models:\n  default:\n    structured: |", "json-schema json-object prompt")]
    [InlineData("unknown:\n  |", "")]
    [InlineData("run:\n  seed: 1|", "42")]
    [InlineData("a: http:|", "")]
    public void A_pipeline_offers_what_may_stand_at_the_cursor(string text, string labels) => Assert.Equal(labels, Labels(text, Pipeline));

    [Theory]
    [InlineData("kind: language\n|", "apiVersion id version name license requires language")]
    [InlineData("kind: strategy\n|", "apiVersion id version name license requires strategy")]
    [InlineData("|", "apiVersion kind id version name license requires language strategy evaluator")]
    [InlineData("kind: strategy\nstrategy: {needs: [run, |]}", "model trace scorer")]
    [InlineData("language:\n  toolchain:\n    - program: x\n      |", "version atLeast install optional")]
    [InlineData("language:\n  toolchain:\n    - {program: x, |}", "version atLeast install optional")]
    [InlineData("language:\n  toolchain:\n    - |", "program version atLeast install optional")]
    [InlineData("language:\n  run: [python3, |]", "")]
    [InlineData("strategy:\n  options:\n    size:\n      type: |", "string integer number boolean array")]
    public void A_plugin_offers_what_may_stand_at_the_cursor(string text, string labels) => Assert.Equal(labels, Labels(text, DocumentSchema.Plugin));

    [Theory]
    [InlineData("cases:\n  - |", "name arguments stdin files")]
    [InlineData("cases:\n  - name: a\n    |", "arguments stdin files")]
    [InlineData("cases:\n  - name: a\n    stdin: |", "base64")]
    public void Cases_offer_what_may_stand_at_the_cursor(string text, string labels) => Assert.Equal(labels, Labels(text, DocumentSchema.Cases));

    [Theory]
    [InlineData("run:\n  is|", "isolation", "run:\n  isolation: ")]
    [InlineData("run:\n  is|o: strict", "isolation", "run:\n  isolation: strict")]
    [InlineData("|", "source", "source:")]
    [InlineData("|", "strategies", "strategies: [$1]")]
    [InlineData("run: {|}", "limits", "run: {limits: {$1}}")]
    [InlineData("kind:|", "Pipeline", "kind: Pipeline")]
    [InlineData("filters: |", "size", "filters: [size]")]
    [InlineData("filters: s|", "size", "filters: [size]")]
    [InlineData("filters:\n  |", "size", "filters:\n  - size")]
    [InlineData("filters:\n  - s|", "size:", "filters:\n  - size: {$1}")]
    [InlineData("run: |", "seed", "run: {seed: $1}")]
    [InlineData("run:\n  isolation: ba|d\nname: x", "none", "run:\n  isolation: none\nname: x")]
    public void What_is_chosen_takes_the_place_of_what_is_begun(string text, string label, string expected)
    {
        var (document, offset) = Cursor(text, Pipeline);
        var choices = document.Complete(offset, TestContext.Current.CancellationToken);
        var choice = Assert.Single(choices.Items, item => item.Label == label);

        Assert.Equal(expected, text.Remove(offset, 1).Remove(choices.Start, choices.Length).Insert(choices.Start, choice.Insert));
        Assert.Equal(choice.Insert.Contains("$1", StringComparison.Ordinal), choice.IsSnippet);
    }

    [Theory]
    [InlineData("source: {files: {root: |}}", true)]
    [InlineData("output:\n  path: ou|t", true)]
    [InlineData("tokenizer:|", true)]
    [InlineData("name: |", false)]
    public void A_path_is_told(string text, bool isPath)
    {
        var (document, offset) = Cursor(text, Pipeline);

        Assert.Equal(isPath, document.Complete(offset, TestContext.Current.CancellationToken).IsPath);
    }

    [Theory]
    [InlineData("ru|n: {seed: 1}", "**run** · mapping\n\nHow the run is done.")]
    [InlineData("run: {seed: 1|}", "**seed** · whole number\n\nSeed of everything random.\n\nDefault: `42`\n\nFrom -9223372036854775808 to 9223372036854775807.")]
    [InlineData("run:\n  isolation: str|ict", "**isolation** · one of several words\n\nHow strictly programs are kept apart.\n\nDefault: `strict`\n\nOne of `strict`, `standard`, `none`.")]
    [InlineData("strategies:\n  - code-trace: {rend|erings: [cwm]}", "**renderings** · list of one of several words\n\nTexts of a trace.\n\nOne of `compact`, `cwm`.")]
    [InlineData("strategies:\n  - code-trace: {renderings: [c|wm]}", "**renderings** · list of one of several words\n\nTexts of a trace.\n\nOne of `compact`, `cwm`.")]
    [InlineData("unkn|own: 1", null)]
    [InlineData("name: x\n|\n", null)]
    public void What_stands_under_the_cursor_is_described(string text, string? expected)
    {
        var (document, offset) = Cursor(text, Pipeline);

        Assert.Equal(expected, document.Describe(offset));
    }

    [Fact]
    public void The_place_under_the_cursor_has_a_path()
    {
        var (document, offset) = Cursor("strategies:\n  - code-qa\n  - code-|trace:\n      renderings: [cwm]\n", Pipeline);

        var place = document.PlaceAt(offset)!;

        Assert.Equal(["strategies", "1", "code-trace"], place.Path);
        Assert.True(place.IsKey);
        Assert.Equal("code-trace", place.Text);
    }

    [Fact]
    public void The_outline_has_keys_and_the_names_of_entries()
    {
        var document = EditedDocument.Read("name: x\ncases:\n  - name: first\n    stdin: a\n  - second\n  - third: {deep: 1}\n", DocumentSchema.Cases, TestContext.Current.CancellationToken);

        var keys = document.Keys();

        Assert.Equal(["name", "cases"], keys.Select(key => key.Name));
        Assert.Equal("x", keys[0].Detail);
        Assert.Equal(["first", "second", "third"], keys[1].Children.Select(key => key.Name));
        Assert.Equal(["deep"], keys[1].Children[2].Children.Select(key => key.Name));
        Assert.Empty(keys[1].Children[0].Children.ExceptBy(["name", "stdin"], key => key.Name));
    }

    [Fact]
    public void A_cancelled_request_stops()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(i => $"k{i}: v\n"));

        Assert.Throws<OperationCanceledException>(() => EditedDocument.Read(text, Pipeline, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Every_place_of_every_prefix_of_a_document_can_be_asked()
    {
        var text = Fixtures.Text("good", "pipeline-full.yaml");
        var random = new Random(7);
        for (var length = 0; length <= text.Length; length += 13)
        {
            var document = EditedDocument.Read(text[..length], Pipeline, TestContext.Current.CancellationToken);
            var offset = random.Next(length + 1);
            var choices = document.Complete(offset, TestContext.Current.CancellationToken);
            Assert.InRange(choices.Start + choices.Length, 0, length);
            _ = document.Describe(offset);
            Assert.All(document.Keys(), key => Assert.InRange(key.End, key.Start, length));
        }
    }

    private static string Labels(string text, DocumentSchema schema)
    {
        var (document, offset) = Cursor(text, schema);
        return string.Join(' ', document.Complete(offset, TestContext.Current.CancellationToken).Items.Select(item => item.Label));
    }

    private static (EditedDocument Document, int Offset) Cursor(string text, DocumentSchema schema)
    {
        var offset = text.IndexOf('|', StringComparison.Ordinal);
        return (EditedDocument.Read(text.Remove(offset, 1), schema, TestContext.Current.CancellationToken), offset);
    }
}
