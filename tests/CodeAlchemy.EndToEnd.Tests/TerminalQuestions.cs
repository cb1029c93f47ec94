using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class TerminalQuestions
{
    private const string Consent = "Allow this? [y/N] ";

    public TerminalQuestions() => Assert.SkipUnless(File.Exists(Terminal.Program), "script is not installed");

    [Theory]
    [InlineData("y\r", true)]
    [InlineData("Yes\r", true)]
    [InlineData("n\r", false)]
    [InlineData("\r", false)]
    [InlineData("perhaps\r", false)]
    [InlineData(Terminal.EndOfInput, false)]
    public async Task A_plugin_that_runs_code_is_installed_only_after_a_yes(string typed, bool installed)
    {
        using var scratch = await WithPlugin();

        var result = await Terminal.Run(scratch, ["plugin", "install", "mine"], (Consent, typed));

        Assert.Contains("runs code:\n", result.Stdout, StringComparison.Ordinal);
        Assert.Contains("python3 -I -B {plugin}/tracer.py {file}", result.Stdout, StringComparison.Ordinal);
        Assert.True(result.ExitCode == (installed ? 0 : 6), result.Stdout);
        Assert.Equal(installed, Directory.Exists(scratch[".codealchemy/plugins/languages/mine"]));
        Assert.Equal(installed, File.Exists(scratch["home/trust.json"]));
    }

    [Theory]
    [InlineData("y\r", 0, "may run")]
    [InlineData("n\r", 6, "was not allowed")]
    [InlineData(Terminal.EndOfInput, 6, "was not allowed")]
    public async Task A_plugin_that_came_with_a_project_is_trusted_only_after_a_yes(string typed, int code, string said)
    {
        using var scratch = await WithPlugin();
        Directory.CreateDirectory(scratch[".codealchemy/plugins/languages"]);
        Directory.Move(scratch["mine"], scratch[".codealchemy/plugins/languages/mine"]);

        var result = await Terminal.Run(scratch, ["plugin", "trust", "language/mine"], (Consent, typed));

        Assert.True(result.ExitCode == code, result.Stdout);
        Assert.Contains(said, result.Stdout, StringComparison.Ordinal);
        var listed = await Terminal.Run(scratch, ["plugin", "list", "--strict-plugins"]);
        Assert.True(listed.ExitCode == code, listed.Stdout);
    }

    [Theory]
    [InlineData("--yes", 0, "language/mine 0.1.0 installed")]
    [InlineData("--no-input", 6, "there is nobody to ask")]
    public async Task Consent_that_was_given_or_ruled_out_before_is_not_asked_for(string option, int code, string said)
    {
        using var scratch = await WithPlugin();

        var result = await Terminal.Run(scratch, ["plugin", "install", "mine", option]);

        Assert.True(result.ExitCode == code, result.Stdout);
        Assert.Contains(said, result.Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain("[y/N]", result.Stdout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y\r", 0)]
    [InlineData("n\r", 2)]
    [InlineData(Terminal.EndOfInput, 2)]
    public async Task A_plugin_is_removed_only_after_a_yes(string typed, int code)
    {
        using var scratch = await WithPlugin();
        Assert.Equal(0, (await Terminal.Run(scratch, ["plugin", "install", "mine", "--yes"])).ExitCode);

        var result = await Terminal.Run(scratch, ["plugin", "remove", "mine"], ("Remove language/mine? [y/N] ", typed));

        Assert.True(result.ExitCode == code, result.Stdout);
        Assert.Equal(code != 0, Directory.Exists(scratch[".codealchemy/plugins/languages/mine"]));
        var unasked = await Terminal.Run(scratch, ["plugin", "remove", "mine", "--no-input"]);
        Assert.Equal(2, unasked.ExitCode);
        Assert.DoesNotContain("[y/N]", unasked.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_plugin_is_asked_about_and_what_is_left_empty_has_its_default()
    {
        using var scratch = new Scratch();

        var result = await Terminal.Run(
            scratch,
            ["plugin", "new"],
            ("Kind (language, strategy, evaluator) [language]: ", "\r"),
            ("Id: ", "tiny\r"),
            ("Name for people: ", "Tiny's own\r"),
            ("File name ending [.tiny]: ", ".ty\r"),
            ("Licence (SPDX) [Apache-2.0]: ", "\r"));

        Assert.True(result.ExitCode == 0, result.Stdout);
        var manifest = File.ReadAllText(scratch["tiny/plugin.yaml"]);
        Assert.Contains("kind: language\nid: tiny\n", manifest, StringComparison.Ordinal);
        Assert.Contains("name: Tiny's own\n", manifest, StringComparison.Ordinal);
        Assert.Contains("license: Apache-2.0\n", manifest, StringComparison.Ordinal);
        Assert.Contains("extensions: [.ty]\n", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_strategy_has_no_file_name_ending_and_a_kind_that_is_none_ends_it()
    {
        using var scratch = new Scratch();

        var strategy = await Terminal.Run(scratch, ["plugin", "new", "strategy"], ("Id: ", "tiny\r"), ("Name for people: ", "\r"), ("Licence (SPDX) [Apache-2.0]: ", "MIT\r"));
        Assert.True(strategy.ExitCode == 0, strategy.Stdout);
        Assert.DoesNotContain("File name ending", strategy.Stdout, StringComparison.Ordinal);
        Assert.Contains("name: Tiny\nlicense: MIT\n", File.ReadAllText(scratch["tiny/plugin.yaml"]), StringComparison.Ordinal);

        var none = await Terminal.Run(scratch, ["plugin", "new"], ("Kind", "tracer\r"));
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("language, strategy or evaluator", none.Stdout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--yes", "the kind of the new plugin is missing")]
    [InlineData("--no-input", "the kind of the new plugin is missing")]
    [InlineData("language --no-input", "the id of the new plugin is missing")]
    public async Task A_new_plugin_is_not_asked_about_where_that_was_ruled_out(string line, string said)
    {
        using var scratch = new Scratch();

        var result = await Terminal.Run(scratch, ["plugin", "new", .. line.Split(' ')]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_names_the_id_is_asked_nothing()
    {
        using var scratch = new Scratch();

        var result = await Terminal.Run(scratch, ["plugin", "new", "language", "tiny"]);

        Assert.True(result.ExitCode == 0, result.Stdout);
        Assert.DoesNotContain("[", result.Stdout, StringComparison.Ordinal);
    }

    private static async Task<Scratch> WithPlugin()
    {
        var scratch = new Scratch();
        var begun = await Tool.Run(["plugin", "new", "language", "mine"], TimeSpan.FromMinutes(2), directory: scratch.Folder);
        Assert.True(begun.ExitCode == 0, begun.Stderr);
        return scratch;
    }
}
