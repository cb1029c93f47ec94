using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Editing;
using CodeAlchemy.Workspace.Runs;
using Xunit;

namespace CodeAlchemy.Workspace.Tests.Editing;

/// <summary>The cursor is written as <c>¦</c>.</summary>
public sealed class YamlDocumentTests(EditorFixture fixture) : IClassFixture<EditorFixture>
{
    private const string Head = "apiVersion: codealchemy/v1\nkind: Pipeline\nname: n\nsource: {files: {root: .}}\noutput: {path: out}\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_editor_says_what_validate_says()
    {
        var text = Head + "filters: [szie]\nstrategies:\n  - code-trace: {renderings: [compcat], maxCases: 9999}\n  - code-trance\nrnu: {}\n";
        var file = Path.Combine(fixture.NewFolder(), "m.yaml");
        File.WriteAllText(file, text);
        using var workspace = AlchemyWorkspace.Open(new WorkspaceOptions { Root = fixture.Root, Home = fixture.NewFolder(), Project = fixture.NewFolder(), Cache = fixture.NewFolder() });

        var said = workspace.Runs.Validate(new ManifestRequest { File = file }).Diagnostics;
        var shown = workspace.Documents.Diagnose(new DocumentInput(file, text), Token);

        Assert.Equal(["unknown-filter", "bad-value", "out-of-range", "unknown-strategy", "unknown-key"], shown.Select(d => d.Code));
        Assert.Equal(said.Select(d => (d.Code, d.Message, d.Remedy, d.Location!.Line - 1, d.Location.Column - 1)), shown.Select(d => (d.Code, d.Message, d.Remedy, d.Range.Start.Line, d.Range.Start.Column)));
        Assert.All(shown, d => Assert.True(File.Exists(d.Documentation), d.Documentation));
    }

    [Fact]
    public void Fixes_lead_to_a_document_without_faults()
    {
        var text = Head + "# 𝒳 note\r\nfilters: [szie]\nstrategies:\n  - code-trace: {renderings: ['compcat']}\n  - code-trance\n";
        var seen = 0;
        while (fixture.Documents.Diagnose(new DocumentInput("/x/m.yaml", text), Token) is [var first, ..])
        {
            text = EditorFixture.Apply(text, Assert.Single(first.Fixes));
            Assert.True(++seen < 10, text);
        }

        Assert.Equal(Head + "# 𝒳 note\r\nfilters: [size]\nstrategies:\n  - code-trace: {renderings: [compact]}\n", text);
    }

    [Theory]
    [InlineData("strategies:\n  - ¦", "code-dev")]
    [InlineData("strategies:\n  - code-trace:\n      renderings: [c¦", "cwm")]
    [InlineData("strategies: [code-trace: {renderings: [compact], ¦", "maxCases")]
    [InlineData("𝒳: 𝒴\r\nrun: {¦}", "isolation")]
    public void Known_plugins_and_their_options_are_offered(string text, string label)
    {
        var (document, at) = EditorFixture.Cursor("/x/m.yaml", "apiVersion: codealchemy/v1\nkind: Pipeline\n" + text);

        Assert.Contains(fixture.Documents.Complete(document, at, Token).Items, item => item.Label == label);
    }

    [Fact]
    public void Files_are_offered_where_a_path_is_meant()
    {
        var folder = fixture.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "corpus", "deep: er"));
        File.WriteAllText(Path.Combine(folder, "corpus", "a.jsonl"), "");
        var (document, at) = EditorFixture.Cursor(Path.Combine(folder, "m.yaml"), "apiVersion: codealchemy/v1\nkind: Pipeline\nsource: {jsonl: {path: corpus/¦}}\n");

        var list = fixture.Documents.Complete(document, at, Token);

        Assert.Equal([("corpus/deep: er/", "\"corpus/deep: er/\"", CompletionKind.Folder), ("corpus/a.jsonl", "corpus/a.jsonl", CompletionKind.File)], list.Items.Select(item => (item.Label, item.Insert, item.Kind)));
        Assert.Equal(new TextRange(new TextPosition(2, 23), new TextPosition(2, 30)), list.Replace);
    }

    [Fact]
    public void A_strategy_is_described_and_leads_to_its_plugin()
    {
        var (document, at) = EditorFixture.Cursor("/x/m.yaml", Head + "strategies:\n  - code-t¦race: {}\n");

        Assert.StartsWith("**code-trace** · Execution traces 1.0.0 (built-in)", fixture.Documents.Hover(document, at, Token)!.Markdown, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(fixture.Root, "plugins", "strategies", "code-trace", "plugin.yaml"), Assert.Single(fixture.Documents.Definition(document, at, Token)).Path);
    }

    [Theory]
    [InlineData("language: {outline: queries/out¦line.scm}", "plugins/languages/python/queries/outline.scm")]
    [InlineData("language: {trace: [python3, \"{plugin}/tra¦cer/start.py\"]}", "plugins/languages/python/tracer/start.py")]
    [InlineData("language: {trace: [x, \"{plugin:cp¦p}\"]}", "plugins/languages/cpp/plugin.yaml")]
    [InlineData("strategy: {templates: [code-enhan¦ce/improve.scriban]}", "templates/code-enhance/improve.scriban")]
    [InlineData("language: {outline: queries/no¦ne.scm}", null)]
    public void Files_that_a_plugin_names_can_be_gone_to(string text, string? expected)
    {
        var (document, at) = EditorFixture.Cursor(Path.Combine(fixture.Root, "plugins", "languages", "python", "plugin.yaml"), text);

        Assert.Equal(expected is null ? [] : [Path.Combine(fixture.Root, expected)], fixture.Documents.Definition(document, at, Token).Select(location => location.Path));
    }

    [Fact]
    public void A_file_that_a_plugin_lacks_is_told_where_it_is_named()
    {
        var file = Path.Combine(fixture.Root, "plugins", "languages", "python", "plugin.yaml");
        var text = File.ReadAllText(file).Replace("queries/outline.scm", "queries/missing.scm", StringComparison.Ordinal);

        var fault = Assert.Single(fixture.Documents.Diagnose(new DocumentInput(file, text), Token));

        Assert.Equal(DiagnosticSeverity.Error, fault.Severity);
        var lines = new TextLines(text);
        Assert.Equal("queries/missing.scm", text[lines.OffsetOf(fault.Range.Start)..lines.OffsetOf(fault.Range.End)]);
    }

    [Fact]
    public void Every_plugin_of_this_clone_is_without_faults_and_has_an_outline()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(fixture.Root, "plugins"), "plugin.yaml", SearchOption.AllDirectories).Where(file => !file.Contains("/bin/", StringComparison.Ordinal)))
        {
            var document = new DocumentInput(file, File.ReadAllText(file));
            Assert.Empty(fixture.Documents.Diagnose(document, Token));
            Assert.Contains(fixture.Documents.Symbols(document, Token), symbol => symbol.Name == "apiVersion");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001\u0002\uD800 not yaml \0")]
    [InlineData("\t\t\r\r\n")]
    [InlineData("- - - [{\"'")]
    [InlineData("%YAML 9\n--- &a *b !c\n")]
    public void Any_text_gets_answers(string text)
    {
        foreach (var path in new[] { "plugin.yaml", "x.cases.yaml", "x.scriban", "x.trace.jsonl", "", "\0" })
        {
            var document = new DocumentInput(path, text);
            Assert.All(fixture.Documents.Diagnose(document, Token), d => Assert.True(d.Range.End.Line <= new TextLines(text).Count));
            for (var column = 0; column <= text.Length; column++)
            {
                var at = new TextPosition(0, column);
                Assert.NotNull(fixture.Documents.Complete(document, at, Token));
                _ = fixture.Documents.Hover(document, at, Token);
                Assert.Empty(fixture.Documents.Definition(document, at, Token));
            }

            Assert.NotNull(fixture.Documents.Symbols(document, Token));
        }
    }

    [Theory]
    [InlineData("plugin.yaml", "key: [a, {b: \"c\"}] # one\n")]
    [InlineData("x.scriban", "text {{ if x }} more\n")]
    [InlineData("x.trace.jsonl", "{\"seq\": 1, \"kind\": 2}\n")]
    public void A_megabyte_gets_answers(string path, string line)
    {
        var document = new DocumentInput(path, string.Concat(Enumerable.Repeat(line, (1 << 20) / line.Length)));

        Assert.NotEmpty(fixture.Documents.Diagnose(document, Token));
        Assert.NotNull(fixture.Documents.Complete(document, new TextPosition(20_000, 6), Token));
        Assert.NotNull(fixture.Documents.Symbols(document, Token));
    }

    [Fact]
    public void A_cancelled_request_is_given_up()
    {
        var document = new DocumentInput("plugin.yaml", "a: 1");

        Assert.Throws<OperationCanceledException>(() => fixture.Documents.Diagnose(document, new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => fixture.Documents.Complete(document, default, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        var text = Head + "strategies:\n  - code-trace: {renderings: [compact]}\nrun:\n  ";
        var expected = fixture.Documents.Complete(new DocumentInput("/x/m.yaml", text), new TextPosition(8, 2), Token).Items.Select(item => item.Label).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
        {
            var document = new DocumentInput("/x/m.yaml", i % 2 == 0 ? text : $"# {i}\n{text}");
            return fixture.Documents.Complete(document, new TextPosition(i % 2 == 0 ? 8 : 9, 2), Token).Items.Select(item => item.Label).ToArray();
        })));

        Assert.Contains("isolation", expected);
        Assert.All(answers, answer => Assert.Equal(expected, answer));
    }
}
