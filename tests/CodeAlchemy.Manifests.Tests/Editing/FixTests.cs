using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Editing;

namespace CodeAlchemy.Manifests.Tests.Editing;

public sealed class FixTests
{
    private const string Head = "apiVersion: codealchemy/v1\nkind: Pipeline\nname: n\n";

    [Theory]
    [InlineData("cases:\n  - nmae: a\n", "cases:\n  - name: a\n")]
    [InlineData("cases:\n  - stdin: 𝒳 # note\n", "cases:\n  - stdin: 𝒳 # note\n    name:\n")]
    [InlineData("cases: [{stdin: a}]\n", "cases: [{stdin: a, name:}]\n")]
    [InlineData("cases: [{}]\n", "cases: [{name:}]\n")]
    [InlineData("", "cases: []\n")]
    [InlineData("cases:\n  - name: a\n    stdin: x\n    stdin: |\n      y\n      z\n    arguments: []\n", "cases:\n  - name: a\n    stdin: x\n    arguments: []\n")]
    [InlineData("cases:\r\n  - name: a\r\n    stdin: x\r\n    stdin: y\r\n", "cases:\r\n  - name: a\r\n    stdin: x\r\n")]
    [InlineData("cases: [{name: a, stdin: x, stdin: y}]", "cases: [{name: a, stdin: x}]")]
    [InlineData("cases: [{name: a, zzzzzzz: x, stdin: y}]", "cases: [{name: a, stdin: y}]")]
    [InlineData("apiVersion: v1\ncases: [{name: a}]", "apiVersion: codealchemy/v1\ncases: [{name: a}]")]
    public void A_fault_of_cases_is_mended(string text, string expected) =>
        Assert.Equal(expected, Mend(text, CasesReader.Read(text, "c").Diagnostics, DocumentSchema.Cases));

    [Theory]
    [InlineData("source: {files: {root: a}}\nstrategies: [code-trace]\noutput: {path: o, format: 'josnl'}\n", "source: {files: {root: a}}\nstrategies: [code-trace]\noutput: {path: o, format: jsonl}\n")]
    [InlineData("source: {files: {root: a}}\nfilters: [szie]\nstrategies: [code-trace]\noutput: {path: o}\n", "source: {files: {root: a}}\nfilters: [size]\nstrategies: [code-trace]\noutput: {path: o}\n")]
    [InlineData("source: {files: {root: a}}\nstrategies:\n  - code-trace: {a: 1}\n  - code-qa\n  - code-trace: {b: 1}\noutput: {path: o}\n", "source: {files: {root: a}}\nstrategies:\n  - code-trace: {a: 1}\n  - code-qa\noutput: {path: o}\n")]
    [InlineData("source: {files: {root: a}}\nstrategies: [code-trace]\n", "source: {files: {root: a}}\nstrategies: [code-trace]\noutput: {path:}\n")]
    [InlineData("source: {files: {root: a}, jsonl: {path: b}}\nstrategies: [code-trace]\noutput: {path: o}\n", "source: {files: {root: a}}\nstrategies: [code-trace]\noutput: {path: o}\n")]
    public void A_fault_of_a_pipeline_is_mended(string text, string expected) =>
        Assert.Equal(Head + expected, Mend(Head + text, PipelineManifestReader.Read(Head + text, "p.yaml").Diagnostics, DocumentSchema.Pipeline(PipelineCatalogue.Default)));

    [Fact]
    public void A_misspelt_placeholder_is_mended_in_quotes()
    {
        const string text = "language:\n  run: [python3, \"{flie}\"]\n";

        var diagnostics = PluginManifestReader.Read(text, "plugin.yaml", ".", "x").Diagnostics;

        var unknown = Assert.Single(diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.UnknownPlaceholder);
        Assert.Equal("language:\n  run: [python3, \"{file}\"]\n", Mend(text, [unknown], DocumentSchema.Plugin));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_fix_of_any_refused_document_lies_in_it(string name)
    {
        var text = Fixtures.Text("bad", name);
        var schema = name.StartsWith("plugin", StringComparison.Ordinal) ? DocumentSchema.Plugin : name.StartsWith("cases", StringComparison.Ordinal) ? DocumentSchema.Cases : DocumentSchema.Pipeline(PipelineCatalogue.Default);
        var document = EditedDocument.Read(text, schema, TestContext.Current.CancellationToken);

        foreach (var diagnostic in Documents.Read("bad", name).Diagnostics.Where(d => d.Location is { Line: > 0 }))
        {
            var (start, length) = document.Locate(diagnostic.Location!);
            Assert.InRange(start + length, 0, text.Length);
            if (document.Fix(diagnostic) is { } edit)
            {
                Assert.InRange(edit.Start + edit.Length, 0, text.Length);
            }
        }
    }

    public static TheoryData<string> Bad => Fixtures.Names("bad", "");

    private static string Mend(string text, IEnumerable<Diagnostic> diagnostics, DocumentSchema schema)
    {
        var edit = EditedDocument.Read(text, schema, TestContext.Current.CancellationToken).Fix(diagnostics.First())!;
        return text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Text);
    }
}
