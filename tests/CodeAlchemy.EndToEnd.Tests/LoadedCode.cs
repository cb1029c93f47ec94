using System.Text;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>Which commands load the code of plugins, seen in the runtime's own record of the assemblies it loads.</summary>
public sealed class LoadedCode
{
    private const string Assembly = "CodeAlchemy.Strategies.";

    [Theory]
    [InlineData("--help")]
    [InlineData("run|--help")]
    [InlineData("plugin|install|--help")]
    [InlineData("help|plugins")]
    [InlineData("completions|bash")]
    [InlineData("[suggest:7]|plugin ")]
    [InlineData("plugin|list")]
    [InlineData("plugin|info|code-trace")]
    public async Task Help_completions_and_lists_load_no_code_of_a_plugin(string line) => Assert.DoesNotContain(Assembly, await Loaded(line.Split('|')), StringComparison.Ordinal);

    [Fact]
    public async Task A_run_loads_it()
    {
        using var scratch = new Scratch();
        scratch.Write("programs/one.py", "print(1)\n");
        var manifest = scratch.Write("m.yaml", """
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: one
            source: {files: {root: programs}}
            strategies: [code-trace]
            output: {path: out}
            run: {isolation: none, rejects: {atMost: 100%}}
            """);

        Assert.Contains(Assembly + "CodeTrace", await Loaded("run", manifest), StringComparison.Ordinal);
    }

    /// <summary>The events of the runtime's loader while the tool runs, as text; names in it are UTF-16.</summary>
    private static async Task<string> Loaded(params string[] arguments)
    {
        using var scratch = new Scratch();
        var file = scratch["loader.nettrace"];
        var result = await Tool.Run(arguments, TimeSpan.FromMinutes(5), new Dictionary<string, string?>
        {
            ["CODEALCHEMY_HOME"] = scratch["home"],
            ["DOTNET_EnableEventPipe"] = "1",
            ["DOTNET_EventPipeConfig"] = "Microsoft-Windows-DotNETRuntime:0x8:4",
            ["DOTNET_EventPipeOutputPath"] = file,
        }, scratch.Folder);
        Assert.True(result.ExitCode == 0, result.Stderr);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var text = Encoding.Unicode.GetString(bytes) + Encoding.Unicode.GetString(bytes, 1, bytes.Length - 1);
        Assert.Contains("CodeAlchemy.Cli", text, StringComparison.Ordinal);
        return text;
    }
}
