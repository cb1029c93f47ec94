using System.IO.Compression;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>The packages for authors of plugins, made and used as docs/plugins.md says.</summary>
public sealed class AuthorsKit
{
    [Fact]
    public async Task Its_packages_test_a_new_strategy_outside_of_the_repository()
    {
        using var scratch = new Scratch();
        var commands = DocumentedCommands.In(DocumentedCommands.Section(File.ReadAllText(Path.Combine(Tool.Root, "docs", "plugins.md")), "Tests of your own"));
        Assert.Equal(2, commands.Length);

        // Packages of this version that lie about elsewhere must not stand in for those that are made here.
        scratch.Write("nuget.config", """<configuration><config><add key="globalPackagesFolder" value="cache" /></config></configuration>""");
        var said = await CommandShell.Run(scratch, $"set -e\nexport PATH={DotnetFolder()}:$PATH DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1\n" + string.Join('\n', commands));

        Assert.True(said.ExitCode == 0, said.Stdout + said.Stderr);
        Assert.EndsWith("all hold\n", said.Stdout, StringComparison.Ordinal);
        Assert.Equal(
            ["codealchemy.abstractions", "codealchemy.grounded", "codealchemy.testing"],
            Directory.EnumerateDirectories(scratch["cache"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var package = ZipFile.OpenRead(Directory.EnumerateFiles(scratch["packages"], "CodeAlchemy.Testing.*.nupkg").Single());
        Assert.Contains(package.Entries, entry => entry.FullName == "lib/net10.0/CodeAlchemy.Testing.xml");
    }

    private static string DotnetFolder()
    {
        var known = Path.Combine(Tool.Root, ".deps", "dotnet-root");
        return File.Exists(known) ? File.ReadAllText(known).Trim() : "/usr/bin";
    }
}
