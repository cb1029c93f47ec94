using CodeAlchemy.Workspace.Editing;
using Xunit;

namespace CodeAlchemy.Workspace.Tests.Editing;

/// <summary>The cursor is written as <c>¦</c>.</summary>
public sealed class TemplateDocumentTests(EditorFixture fixture) : IClassFixture<EditorFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Ours => Path.Combine(fixture.Root, "templates", "code-qa", "question-1.scriban");

    [Theory]
    [InlineData("{{ ¦ }}", "numbered", CompletionKind.Variable)]
    [InlineData("{{ mine = 1; ¦ }}", "mine", CompletionKind.Variable)]
    [InlineData("{{ ¦", "string", CompletionKind.Group)]
    [InlineData("{{ string.¦", "upcase", CompletionKind.Function)]
    [InlineData("{{ x | string.tr¦ }}", "truncate", CompletionKind.Function)]
    [InlineData("{{ example.¦ }}", "size", CompletionKind.Variable)]
    [InlineData("{{ ¦ }}", "capture", CompletionKind.Keyword)]
    [InlineData("{{ for.¦ }}", "index", CompletionKind.Variable)]
    [InlineData("{{ include \"¦\" }}", "code-trace/legend-cwm.scriban", CompletionKind.File)]
    public void What_a_prompt_may_use_is_offered(string text, string label, CompletionKind kind)
    {
        var (document, at) = EditorFixture.Cursor(Ours, text);

        var item = Assert.Single(fixture.Documents.Complete(document, at, Token).Items, item => item.Label == label);

        Assert.Equal(kind, item.Kind);
    }

    [Theory]
    [InlineData("plain ¦ text")]
    [InlineData("{{ 'str¦' }}")]
    public void Nothing_is_offered_in_text_and_strings(string text)
    {
        var (document, at) = EditorFixture.Cursor(Ours, text);

        Assert.Empty(fixture.Documents.Complete(document, at, Token).Items);
    }

    [Fact]
    public void Faults_have_the_places_of_the_compiler()
    {
        var faults = fixture.Documents.Diagnose(new DocumentInput(Ours, "𝒳\r\n{{ if x }}\r\n {{ string.upcase \"a }}"), Token);

        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.StartsWith("template-", fault.Code, StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Range.Start.Line > 0);
    }

    [Fact]
    public void A_misspelt_variable_of_an_override_is_mended()
    {
        var file = Path.Combine(fixture.NewFolder(), "templates", "code-qa", "question-1.scriban");
        using var workspace = AlchemyWorkspace.Open(new WorkspaceOptions { Root = fixture.Root, Home = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(file)))!, Project = fixture.NewFolder(), Cache = fixture.NewFolder() });
        const string text = "𝒳 {{ numberd }}";

        var fault = Assert.Single(workspace.Documents.Diagnose(new DocumentInput(file, text), Token));

        Assert.Equal("template-variable", fault.Code);
        Assert.Equal("𝒳 {{ numbered }}", EditorFixture.Apply(text, Assert.Single(fault.Fixes)));
    }

    [Fact]
    public void An_include_leads_to_its_file_and_a_function_is_explained()
    {
        var (document, at) = EditorFixture.Cursor(Ours, "{{ include \"code-qa/ques¦tion-2.scriban\" }}");
        var (called, name) = EditorFixture.Cursor(Ours, "{{ string.trunc¦ate x 3 }}");

        Assert.Equal(Path.Combine(fixture.Root, "templates", "code-qa", "question-2.scriban"), Assert.Single(fixture.Documents.Definition(document, at, Token)).Path);
        Assert.Contains("string.truncate text length [ellipsis]", fixture.Documents.Hover(called, name, Token)!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_program_and_names_what_only_a_run_knows()
    {
        var source = Path.Combine(fixture.NewFolder(), "a.py");
        File.WriteAllText(source, "print(1)\n");

        var preview = await fixture.Documents.Preview(new DocumentInput(Ours, "{{ language }}: {{ numbered }}\n{{ question }}"), source, Token);

        Assert.Null(preview.Fault);
        Assert.Equal("Python: ```\n1  print(1)\n```\n‹question›", preview.Text);
        Assert.Equal(["language", "numbered"], preview.FromSource);
        Assert.Equal(["question"], preview.Placeholders);
    }

    [Fact]
    public async Task A_preview_that_fails_has_a_place()
    {
        var source = Path.Combine(fixture.NewFolder(), "a.py");
        File.WriteAllText(source, "print(1)\n");

        var broken = await fixture.Documents.Preview(new DocumentInput(Ours, "a\n{{ if }}"), source, Token);
        var failing = await fixture.Documents.Preview(new DocumentInput(Ours, "a\n{{ func f; f; end; f }}"), source, Token);
        var absent = await fixture.Documents.Preview(new DocumentInput(Ours, "a"), source + "x", Token);

        Assert.Equal((null, 1), (broken.Text, broken.Fault!.Range.Start.Line));
        Assert.Equal((null, 1), (failing.Text, failing.Fault!.Range.Start.Line));
        Assert.Equal("source-unreadable", absent.Fault!.Code);
    }

    [Fact]
    public async Task Every_template_of_this_clone_has_a_preview()
    {
        var source = Path.Combine(fixture.NewFolder(), "a.py");
        File.WriteAllText(source, "print(1)\n");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(fixture.Root, "templates"), "*.scriban", SearchOption.AllDirectories).Where(file => !file.Contains("scaffold", StringComparison.Ordinal)))
        {
            var document = new DocumentInput(file, await File.ReadAllTextAsync(file, Token));

            var preview = await fixture.Documents.Preview(document, source, Token);

            Assert.True(preview.Text is not null, $"{file}: {preview.Fault?.Message}");
            Assert.Empty(fixture.Documents.Diagnose(document, Token));
        }
    }
}
