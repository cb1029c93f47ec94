using CodeAlchemy.Workspace.Editing;
using Xunit;

namespace CodeAlchemy.Workspace.Tests.Editing;

public sealed class DocumentKindTests(EditorFixture fixture) : IClassFixture<EditorFixture>
{
    [Theory]
    [InlineData("/x/plugin.yaml", "", DocumentKind.Plugin)]
    [InlineData("/x/main.py.cases.yaml", "", DocumentKind.Cases)]
    [InlineData("/x/cases.yaml", "", DocumentKind.Cases)]
    [InlineData("/x/a.scriban", "", DocumentKind.Template)]
    [InlineData("/x/a.trace.jsonl", "", DocumentKind.Trace)]
    [InlineData("/x/a.jsonl", "{\"schema\":\"codealchemy.trace/1\"}", DocumentKind.Trace)]
    [InlineData("/x/a.jsonl", "{\"text\":1}", DocumentKind.Other)]
    [InlineData("/x/a.yaml", "# mine\napiVersion: codealchemy/v1\nkind: Pipeline\n", DocumentKind.Pipeline)]
    [InlineData("/x/a.yml", "\uFEFFapiVersion: 'codealchemy/v1' # it\r\nkind: \"Pipeline\"\r\n", DocumentKind.Pipeline)]
    [InlineData("/x/a.yaml", "apiVersion: codealchemy/v1\n", DocumentKind.Pipeline)]
    [InlineData("/x/a.yaml", "apiVersion: codealchemy/v1\nkind: language\n", DocumentKind.Plugin)]
    [InlineData("/x/a.yaml", "apiVersion: codealchemy/v1\ncases: []\n", DocumentKind.Cases)]
    [InlineData("/x/a.yaml", "apiVersion: tekton.dev/v1\nkind: Pipeline\n", DocumentKind.Other)]
    [InlineData("/x/a.yaml", "kind: Pipeline\nstrategies: []\n", DocumentKind.Pipeline)]
    [InlineData("/x/a.yaml", "", DocumentKind.Other)]
    [InlineData("/x/a.py", "", DocumentKind.Source)]
    [InlineData("/x/a.unknown", "\u0001", DocumentKind.Other)]
    [InlineData("", "", DocumentKind.Other)]
    public void A_document_is_told_by_its_name_and_its_first_keys(string path, string text, DocumentKind kind) =>
        Assert.Equal(kind, fixture.Documents.KindOf(path, text));

    [Theory]
    [InlineData("a\r\nb\rc\nd", 4)]
    [InlineData("", 1)]
    [InlineData("\n", 2)]
    public void Lines_end_as_editors_end_them(string text, int count)
    {
        var lines = new TextLines(text);

        Assert.Equal(count, lines.Count);
        Assert.All(Enumerable.Range(0, text.Length + 1).Where(i => i == 0 || i == text.Length || text[i - 1] != '\r' || text[i] != '\n'), offset =>
            Assert.True(lines.OffsetOf(lines.At(offset)) <= offset));
        Assert.Equal(text.Length, lines.OffsetOf(new TextPosition(99, 99)));
        Assert.Equal(0, lines.OffsetOf(new TextPosition(-1, 5)));
    }
}
