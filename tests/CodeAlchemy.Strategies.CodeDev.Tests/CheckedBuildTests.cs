using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Strategies.CodeTrace.Tests;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDev.Tests;

public sealed class CheckedBuildTests
{
    [Theory]
    [InlineData("puts(\"7\"); return 3;", "7\n", 3, true)]
    [InlineData("puts(\"7\"); return 3;", "8\n", 3, false)]
    [InlineData("puts(\"7\"); return 3;", "7\n", 0, false)]
    [InlineData("int a[2] = {1, 2}; printf(\"%d\\n\", a[argc + 1]);", "0\n", 0, false)]
    [InlineData("int a[2]; if (argc > 5) a[0] = 1; printf(\"%d\\n\", a[0]);", "0\n", 0, false)]
    [InlineData("int n = 2147483647; n += argc; printf(\"%d\\n\", n);", "-2147483648\n", 0, false)]
    [InlineData("int *p = malloc(8); printf(\"%d\\n\", p[0]);", "0\n", 0, false)]
    public async Task What_C_leaves_open_is_no_result(string body, string output, int exit, bool determined)
    {
        var run = new RunResult { Status = exit == 0 ? ExecutionStatus.Ok : ExecutionStatus.Error, ExitCode = exit, Stdout = [.. Encoding.UTF8.GetBytes(output)] };

        Assert.Equal(determined, await Check($"#include <stdio.h>\n#include <stdlib.h>\nint main(int argc, char **argv)\n{{\n    {body}\n}}\n", "c", ExecutionCase.Default, run));
    }

    [Fact]
    public async Task Arguments_input_and_files_of_the_case_are_there()
    {
        const string Text = "#include <fstream>\n#include <iostream>\n#include <string>\nint main(int, char **argv)\n{\n    std::string a, b;\n    std::cin >> a;\n    std::ifstream(\"f.txt\") >> b;\n    std::cout << argv[1] << a << b;\n}\n";
        var @case = ExecutionCase.Default with
        {
            Arguments = ["it's"],
            Stdin = [.. "in"u8],
            Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add("f.txt", [.. "file"u8]),
        };

        Assert.True(await Check(Text, "cpp", @case, new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [.. "it'sinfile"u8] }));
    }

    [Fact]
    public async Task Languages_that_leave_nothing_open_need_no_check() =>
        Assert.True(await Check("print(1)\n", "python", ExecutionCase.Default, new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0 }));

    private static async Task<bool> Check(string text, string language, ExecutionCase @case, RunResult plain)
    {
        var source = Programs.Source(text, "program") with { Language = language };
        var bench = Benches.Of(source, _ => throw new InvalidOperationException()).WithScripts(Run);
        return await new CheckedBuild(bench).IsDetermined(source, [(@case, plain)], TestContext.Current.CancellationToken);
    }

    private static ScriptResult Run(ScriptRequest request)
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, content) in request.Files.Add(request.Name, [.. Encoding.UTF8.GetBytes(request.Script)]))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
            File.WriteAllBytes(Path.Combine(folder.Path, path), [.. content]);
        }

        using var process = Process.Start(new ProcessStartInfo("bash", [request.Name]) { WorkingDirectory = folder.Path })!;
        process.WaitForExit();
        return new ScriptResult
        {
            Run = new RunResult { Status = process.ExitCode == 0 ? ExecutionStatus.Ok : ExecutionStatus.Error, ExitCode = process.ExitCode },
            Files = request.Collect.SelectMany(pattern => Directory.EnumerateFiles(folder.Path, pattern))
                .ToImmutableSortedDictionary(f => Path.GetFileName(f), f => ImmutableArray.Create(File.ReadAllBytes(f)), StringComparer.Ordinal),
        };
    }
}
