using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Programs;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

/// <summary>What a model is told about compiling and running a file must work in a script, whatever the plugin's commands need.</summary>
public sealed class ShellLinesRun(SharedWorkshop workshop) : IClassFixture<SharedWorkshop>
{
    [Theory]
    [InlineData("hello.c", "#include <stdio.h>\nint main(int argc, char **argv) { printf(\"%d\\n\", argc); return 0; }\n")]
    [InlineData("hello.cpp", "#include <iostream>\nint main(int argc, char **argv) { std::cout << argc << '\\n'; }\n")]
    [InlineData("Hello.java", "public class Hello { public static void main(String[] a) { System.out.println(a.length + 1); } }\n")]
    [InlineData("hello.js", "console.log(process.argv.length - 1);\n")]
    [InlineData("hello.ts", "const count: number = process.argv.length - 1;\nconsole.log(count);\n")]
    [InlineData("hello.py", "import sys\nprint(len(sys.argv))\n")]
    public async Task The_lines_compile_and_run_a_program_in_its_folder(string name, string text)
    {
        workshop.Workshop.RequireSandbox();
        var installation = workshop.Workshop.Installation;
        var language = installation.Plugins.Require(PluginKind.Language, workshop.Workshop.Language(name)).Language!;
        var request = new ScriptRequest
        {
            Language = language.Id,
            Script = $"set -e\n{string.Join('\n', ShellLines.Of(language, name))} one two\n",
            Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add(name, [.. Encoding.UTF8.GetBytes(text)]),
        };

        var result = await installation.Programs.Executor.Scripts.Run(language, request, new ExecutionOptions(), TestContext.Current.CancellationToken);

        Assert.Equal("3\n", Encoding.UTF8.GetString(result.Run.Stdout.AsSpan()));
        Assert.True(result.Run.Status == ExecutionStatus.Ok, Encoding.UTF8.GetString(result.Run.Stderr.AsSpan()));
    }
}
