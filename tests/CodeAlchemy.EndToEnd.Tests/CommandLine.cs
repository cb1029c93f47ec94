using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class CommandLine
{
    [Fact]
    public async Task Help_lists_every_command_on_stdout()
    {
        var result = await Tool.Run("--help");
        Assert.Equal(0, result.ExitCode);
        foreach (var command in new[] { "run", "plan", "validate", "trace", "exec", "doctor", "verify", "why", "review", "export", "inspect", "plugin", "prompt", "completions", "help" })
        {
            Assert.Contains($"  {command} ", result.Stdout, StringComparison.Ordinal);
        }

        Assert.Empty(result.Stderr);
    }

    [Theory]
    [InlineData("trce x", 2, "did you mean 'trace'")]
    [InlineData("trace --rendr cwm x.py", 2, "did you mean '--render'")]
    [InlineData("run", 2, "codealchemy run --help")]
    [InlineData("help exit-code", 2, "did you mean 'exit-codes'")]
    [InlineData("trace missing.py", 1, "missing.py")]
    [InlineData("run missing.yaml", 5, "missing.yaml")]
    [InlineData("validate missing.yaml", 5, "missing.yaml")]
    [InlineData("inspect missing", 5, "missing")]
    public async Task A_mistake_ends_with_its_code_and_a_remedy(string line, int code, string remedy)
    {
        var result = await Tool.Run(line.Split(' '));
        Assert.Equal(code, result.ExitCode);
        Assert.Empty(result.Stdout);
        Assert.Contains("error: ", result.Stderr, StringComparison.Ordinal);
        Assert.Contains(remedy, result.Stderr, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "#compdef")]
    [InlineData("fish", "complete -c codealchemy")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Completions_are_written_for_a_shell(string shell, string part)
    {
        var result = await Tool.Run("completions", shell);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(part, result.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bash_completion_completes_commands()
    {
        using var scratch = new Scratch();
        var script = scratch.Write("complete.sh", (await Tool.Run("completions", "bash")).Stdout + $$"""

            COMP_LINE='{{Tool.Executable}} ins' COMP_POINT=${#COMP_LINE} COMP_WORDS=({{Tool.Executable}} ins) COMP_CWORD=1
            _codealchemy
            echo "${COMPREPLY[@]}"
            """);
        using var bash = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true })!;
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("inspect", output.Trim());
    }

    [Fact]
    public async Task The_exit_codes_are_a_help_topic()
    {
        var result = await Tool.Run("help", "exit-codes");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("130", result.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_tells_the_state_of_the_sandbox_and_of_every_language()
    {
        var result = await Tool.Run("doctor", "--json");
        using var json = JsonDocument.Parse(result.Stdout);
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToArray();
        Assert.Contains(checks, check => check.GetProperty("area").GetString() == "sandbox");
        Assert.Contains(checks, check => check.GetProperty("area").GetString() == "language");
        Assert.All(
            checks.Where(check => check.GetProperty("state").GetString() != "ok"),
            check => Assert.False(string.IsNullOrEmpty(check.GetProperty("remedy").GetString())));
    }
}
