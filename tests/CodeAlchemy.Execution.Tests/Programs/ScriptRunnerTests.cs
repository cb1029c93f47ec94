using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Programs;
using CodeAlchemy.Execution.Tests.Support;

namespace CodeAlchemy.Execution.Tests.Programs;

public sealed class ScriptRunnerTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    [Fact]
    public async Task A_script_runs_programs_of_the_language_and_its_files_come_back_in_order_of_their_names()
    {
        var result = await Run("""
            python3 double.py 21 2> trace1.txt
            python3 double.py 4 2> trace2.txt <<'END'
            unused
            END
            echo no > other.txt
            """, ("double.py", "import sys\nprint(int(sys.argv[1]) * 2)\nprint('TRACE:IN:main:' + sys.argv[1], file=sys.stderr)\n"));

        Assert.Equal((ExecutionStatus.Ok, 0), (result.Run.Status, result.FilesLeftOut));
        Assert.Equal("42\n8\n", Text(result.Run.Stdout));
        Assert.Equal(["trace1.txt", "trace2.txt"], result.Files.Keys);
        Assert.Equal(["TRACE:IN:main:21\n", "TRACE:IN:main:4\n"], result.Files.Values.Select(Text));
    }

    [Fact]
    public async Task Bytes_of_a_file_come_back_unchanged()
    {
        var result = await Run(@"printf '\000\377\r\n\033[m' > trace1.txt; : > trace2.txt");

        Assert.Equal(new byte[] { 0, 255, 13, 10, 27, (byte)'[', (byte)'m' }, result.Files["trace1.txt"]);
        Assert.Empty(result.Files["trace2.txt"]);
    }

    [Fact]
    public async Task The_exit_status_of_a_script_is_its_own_and_files_come_back_from_a_failed_one_too()
    {
        var result = await Run("echo one > trace1.txt; exit 7");

        Assert.Equal((ExecutionStatus.Error, 7), (result.Run.Status, result.Run.ExitCode));
        Assert.Equal(["trace1.txt"], result.Files.Keys);
    }

    [Fact]
    public async Task A_check_reads_the_script_and_starts_nothing()
    {
        var good = await Run("echo one > trace1.txt", check: true);
        var bad = await Run("for x in 1 2; do echo $x", check: true);

        Assert.Equal((ExecutionStatus.Ok, 0), (good.Run.Status, good.Files.Count));
        Assert.Equal((ExecutionStatus.Error, 2), (bad.Run.Status, bad.Run.ExitCode));
        Assert.Contains("syntax error", Text(bad.Run.Stderr), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repetitions_differ_in_host_name_folder_processors_and_clock()
    {
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            seen.Add(Text((await Run("hostname 2> /dev/null || cat /proc/sys/kernel/hostname; pwd; date +%F", repetition: i)).Run.Stdout));
        }

        Assert.Equal(3, seen.Distinct().Count());
        Assert.All(Enumerable.Range(0, 3), line => Assert.Equal(3, seen.Select(text => text.Split('\n')[line]).Distinct().Count()));
    }

    [Theory]
    [InlineData("../x.sh", "trace1.txt", "a.py", 0)]
    [InlineData("-x.sh", "trace1.txt", "a.py", 0)]
    [InlineData("x.sh", "../trace1.txt", "a.py", 0)]
    [InlineData("x.sh", "/etc/shadow", "a.py", 0)]
    [InlineData("x.sh", "trace1.txt", "../a.py", 0)]
    [InlineData("x.sh", "trace1.txt", "/a.py", 0)]
    [InlineData("x.sh", "trace1.txt", "x.sh", 0)]
    [InlineData("x.sh", "trace1.txt", "a.py", 5)]
    public async Task Names_that_leave_the_folder_and_repetitions_that_are_not_there_are_refused(string name, string pattern, string file, int repetition)
    {
        var request = new ScriptRequest
        {
            Language = "python", Script = "true", Name = name, Collect = [pattern], Repetition = repetition,
            Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add(file, []),
        };

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await fixture.Executor.Scripts.Run(Languages.Python, request, new ExecutionOptions(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Files_beyond_the_limits_are_left_out_and_then_none_comes()
    {
        var few = await Run("echo 1 > trace1.txt; echo 2 > trace2.txt", most: 1);
        var small = await Run("head -c 2000000 /dev/zero > trace1.txt; echo 2 > trace2.txt");

        Assert.Equal((1, 0), (few.FilesLeftOut, few.Files.Count));
        Assert.Equal((1, 0), (small.FilesLeftOut, small.Files.Count));
    }

    [Fact]
    public async Task A_missing_tool_chain_is_a_status()
    {
        var language = Languages.Python with { Id = "none", Directory = "/nowhere", Toolchain = [new ToolRequirement("no-such-tool", ["no-such-tool"], null, null)] };

        var result = await fixture.Executor.Scripts.Run(
            language, new ScriptRequest { Language = "none", Script = "true" }, new ExecutionOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(ExecutionStatus.MissingToolchain, result.Run.Status);
    }

    [Fact]
    public async Task The_tools_that_programs_are_run_with_come_first_in_the_path()
    {
        var result = await Run("echo $PATH");

        Assert.StartsWith(Path.GetDirectoryName(fixture.Toolchains.Resolve("python3"))! + ":", Text(result.Run.Stdout), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, ExecutionStatus.MemoryLimit)]
    [InlineData(true, ExecutionStatus.Ok)]
    public async Task A_script_has_a_compiler_s_memory_where_the_language_compiles(bool compiles, ExecutionStatus expected)
    {
        var language = Languages.Python with { MemoryOverhead = 0, Compile = compiles ? [["true"]] : [] };
        var options = new ExecutionOptions { Limits = new SandboxLimits { Memory = 64 << 20 } };
        var request = new ScriptRequest { Language = "python", Script = "python3 -c 'x = b\"1\" * (200 << 20)'" };

        var result = await fixture.Executor.Scripts.Run(language, request, options, TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Run.Status);
    }

    [Fact]
    public void The_digest_covers_names_lengths_and_bytes_in_order_of_the_names()
    {
        var files = new ScriptResult { Run = new RunResult { Status = ExecutionStatus.Ok } }.Files.Add("trace2.txt", []).Add("trace1.txt", [.. "abc"u8]);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("trace1.txt\n3\nabctrace2.txt\n0\n"u8)), ScriptResult.DigestOf(files));
    }

    [Fact]
    public async Task Files_come_back_without_isolation_too()
    {
        var request = new ScriptRequest { Language = "python", Script = "echo one > trace1.txt", Collect = ["trace*.txt"] };

        var result = await fixture.Executor.Scripts.Run(
            Languages.Python, request, new ExecutionOptions { Isolation = IsolationLevel.None }, TestContext.Current.CancellationToken);

        Assert.Equal((ExecutionStatus.Ok, "one\n"), (result.Run.Status, Text(result.Files["trace1.txt"])));
    }

    [Fact]
    public void Shell_lines_are_the_plugin_s_commands_in_the_program_s_folder()
    {
        var compiled = Languages.Python with
        {
            Id = "c",
            Compile = [["gcc", "{file}", "{prepared}/memory.o", "-o", "{out}/{name}"]],
            Run = ["{out}/{name}", "-Xmx{memory}m", "a b"],
        };

        Assert.Equal(["gcc prog.c /prepared/c/memory.o -o ./prog", "./prog 'a b'"], ShellLines.Of(compiled, "prog.c"));
        Assert.Equal(["python3 -s -B prog.py"], ShellLines.Of(Languages.Python, "prog.py"));
    }

    private ValueTask<ScriptResult> Run(string script, params (string Name, string Text)[] files) => Run(script, false, 0, 64, files);

    private async ValueTask<ScriptResult> Run(
        string script, bool check = false, int repetition = 0, int most = 64, params (string Name, string Text)[] files) => await fixture.Executor.Scripts.Run(
        Languages.Python,
        new ScriptRequest
        {
            Language = "python",
            Script = script,
            Collect = ["trace*.txt"],
            CheckOnly = check,
            Repetition = repetition,
            MostFiles = most,
            Files = files.ToImmutableSortedDictionary(f => f.Name, f => Encoding.UTF8.GetBytes(f.Text).ToImmutableArray(), StringComparer.Ordinal),
        },
        new ExecutionOptions(),
        TestContext.Current.CancellationToken);

    private static string Text(ImmutableArray<byte> bytes) => Encoding.UTF8.GetString(bytes.AsSpan());
}
