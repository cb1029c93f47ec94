using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Tests.Support;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Tests.Toolchains;

public sealed class ToolchainTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    [Theory]
    [InlineData("Python 3.11.2", "3.11.2")]
    [InlineData("openjdk version \"17.0.9\" 2023-10-17", "17.0.9")]
    [InlineData("12", "12")]
    [InlineData("v20.1.0\n", "20.1.0")]
    [InlineData("no number", "")]
    public void A_version_is_found_in_what_a_tool_prints(string printed, string version) => Assert.Equal(version, ToolVersion.Extract(printed));

    [Theory]
    [InlineData("3.11.2", "3.8", true)]
    [InlineData("3.8", "3.8", true)]
    [InlineData("3.8", "3.8.1", false)]
    [InlineData("3.10", "3.9", true)]
    [InlineData("2.7.18", "3", false)]
    [InlineData("", "3", true)]
    [InlineData("17", null, true)]
    public void Versions_compare_number_by_number(string version, string? atLeast, bool holds) =>
        Assert.Equal(holds, ToolVersion.IsAtLeast(version, atLeast));

    [Fact]
    public void A_shim_and_a_closed_folder_are_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("tools-").FullName;
        try
        {
            var shims = Program(folder, "shims");
            var closed = Program(folder, "closed");
            var open = Program(folder, "open");
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);

            Assert.Equal(Path.Combine(open, "some-tool"), new ProgramSearch($"{shims}:{closed}:{open}").Find("some-tool"));
            Assert.Null(new ProgramSearch($"{shims}:{closed}").Find("some-tool"));
            File.Move(Path.Combine(open, "some-tool"), Path.Combine(open, "rustup"));
            File.CreateSymbolicLink(Path.Combine(open, "some-tool"), "rustup");
            Assert.Null(new ProgramSearch(open).Find("some-tool"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_tool_is_reported_with_its_version_as_the_sandbox_sees_it()
    {
        var report = Assert.Single(await fixture.Toolchains.Examine(Languages.Python, TestContext.Current.CancellationToken));

        Assert.Equal(ToolState.Found, report.State);
        Assert.StartsWith("3.", report.Version, StringComparison.Ordinal);
        Assert.DoesNotContain("shims", report.Path, StringComparison.Ordinal);
        Assert.Null(report.Remedy);
    }

    [Fact]
    public async Task A_missing_and_an_old_tool_are_reported_with_the_remedy()
    {
        var language = Languages.Python with
        {
            Toolchain =
            [
                new ToolRequirement("no-such-tool", ["no-such-tool", "--version"], "1", "no-such-package"),
                new ToolRequirement("python3", ["python3", "--version"], "99", "python3"),
                new ToolRequirement("no-such-compiler", [], null, null, InstallWords: "Install the compiler from its makers."),
                new ToolRequirement("no-such-linker", [], null, null),
            ],
        };

        var reports = await fixture.Toolchains.Examine(language, TestContext.Current.CancellationToken);

        Assert.Equal([ToolState.Missing, ToolState.TooOld, ToolState.Missing, ToolState.Missing], reports.Select(r => r.State));
        Assert.Equal("apt install no-such-package", reports[0].Remedy);
        Assert.Contains("older than 99", reports[1].Detail, StringComparison.Ordinal);
        Assert.Equal("Install the compiler from its makers.", reports[2].Remedy);
        Assert.Equal("Install no-such-linker where every user can run it.", reports[3].Remedy);
    }

    private static string Program(string folder, string name)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        var tool = Path.Combine(path, "some-tool");
        File.WriteAllText(tool, "#!/bin/sh\n");
        File.SetUnixFileMode(tool, (UnixFileMode)0b111_101_101);
        return path;
    }
}
