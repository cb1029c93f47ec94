using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class PromptCommands
{
    [Fact]
    public async Task Our_own_templates_hold_no_error()
    {
        using var scratch = new Scratch();
        var result = await Prompt(scratch, "lint", "--json");
        using var json = JsonDocument.Parse(result.Stdout);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.True(json.RootElement.GetProperty("templates").GetInt32() > 10);
    }

    [Fact]
    public async Task A_template_of_the_project_overrides_ours_and_one_beside_the_manifest_both()
    {
        using var scratch = new Scratch();
        scratch.Write(".codealchemy/templates/code-trace/predict-output-1.scriban", "project {{ code }}");
        scratch.Write("pipeline/templates/code-trace/predict-output-1.scriban", "manifest {{ code }}");
        var manifest = scratch.Write("pipeline/pipeline.yaml", "");

        Assert.Equal("project 1", (await Prompt(scratch, "render", "code-trace/predict-output-1", "--set", "code=1")).Stdout);
        var shown = await Prompt(scratch, "show", "code-trace/predict-output-1", "--manifest", manifest, "--json");
        using var json = JsonDocument.Parse(shown.Stdout);
        Assert.Equal("manifest", json.RootElement.GetProperty("layer").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("overrides").GetArrayLength());
        Assert.Equal(["code"], json.RootElement.GetProperty("variables").EnumerateArray().Select(v => v.GetString()!));
    }

    [Fact]
    public async Task Values_come_from_a_file_and_from_the_command_line_and_the_hash_names_the_bytes()
    {
        using var scratch = new Scratch();
        scratch.Write(".codealchemy/templates/a.scriban", "{{ source.path }} {{ n + 1 }} {{ list | array.join '-' }} {{ math.random 0 1000000 }} {{ date.now | date.to_string '%F' }}");
        var values = scratch.Write("values.json", """{"source": {"path": "a.py"}, "n": 1}""");
        string[] arguments = ["render", "a", "--values", values, "--set", "n=41", "--set", "list=[1, 2]", "--seed", "5", "--now", "2026-01-02", "--json"];
        var first = await Prompt(scratch, arguments);
        using var json = JsonDocument.Parse(first.Stdout);

        Assert.StartsWith("a.py 42 1-2 ", json.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(" 2026-01-02", json.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(first.Stdout, (await Prompt(scratch, arguments)).Stdout);
        Assert.Equal(64, json.RootElement.GetProperty("sha256").GetString()!.Length);
    }

    [Fact]
    public async Task Lint_reports_every_mistake_with_file_line_and_column_and_ends_with_5()
    {
        using var scratch = new Scratch();
        var folder = Path.GetDirectoryName(scratch.Write("mine/bad.scriban", "{{ tablerow }}\n{{ 1 + }}"))!;
        scratch.Write("mine/gone.scriban", "\n  {{ include 'nothing.scriban' }}");
        scratch.Write("mine/fine.scriban", "{{ name }}");
        var result = await Prompt(scratch, "lint", folder);

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("bad.scriban:1:4: ", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("bad.scriban:2:8: ", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("gone.scriban:2:6: ", result.Stderr, StringComparison.Ordinal);
        Assert.DoesNotContain("fine.scriban", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("3 templates, 3 errors", result.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_tells_which_variables_will_be_missing()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("mine/a.scriban", "{{ nme }} {{ known }}");
        var values = scratch.Write("values.json", """{"name": "x", "known": 1}""");
        scratch.Write(".codealchemy/templates/code-trace/predict-output-1.scriban", "{{ cde }}");

        var checkedByValues = await Prompt(scratch, "lint", file, "--values", values);
        Assert.Equal(5, checkedByValues.ExitCode);
        Assert.Contains("a.scriban:1:4: ", checkedByValues.Stderr, StringComparison.Ordinal);
        Assert.Contains("Did you mean `name`?", checkedByValues.Stderr, StringComparison.Ordinal);
        var overriding = await Prompt(scratch, "lint", "code-trace/predict-output-1");
        Assert.Equal(0, overriding.ExitCode);
        Assert.Contains("warning: ", overriding.Stderr, StringComparison.Ordinal);
        Assert.Contains("Did you mean `code`?", overriding.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "there is no template", "render", "nope")]
    [InlineData(5, "is not set", "render", "code-trace/predict-output-1")]
    [InlineData(2, "is no assignment", "render", "code-trace/predict-output-1", "--set", "x")]
    [InlineData(5, "there is no file", "render", "code-trace/predict-output-1", "--values", "gone.json")]
    public async Task A_mistake_is_told_with_a_remedy(int code, string message, params string[] arguments)
    {
        using var scratch = new Scratch();
        var result = await Prompt(scratch, arguments);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(message, result.Stderr, StringComparison.Ordinal);
        Assert.Contains("→", result.Stderr, StringComparison.Ordinal);
        Assert.Empty(result.Stdout);
    }

    private static Task<ToolResult> Prompt(Scratch scratch, params string[] arguments) => Tool.Run(
        ["prompt", .. arguments], TimeSpan.FromMinutes(2), new Dictionary<string, string?> { ["CODEALCHEMY_HOME"] = scratch["home"] }, scratch.Folder);
}
