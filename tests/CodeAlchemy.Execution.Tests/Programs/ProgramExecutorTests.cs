using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tests.Support;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Tests.Programs;

public sealed class ProgramExecutorTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_is_traced_with_its_values_output_and_exit_status()
    {
        var run = await fixture.TracePython("import sys\nx = 3\nprint(x, sys.argv[1], input())\nsys.exit(4)\n", ExecutorFixture.Case("yes\n", "a"));

        var trace = run.Trace ?? throw new InvalidOperationException(Text(run.Result.Stderr));
        Assert.Equal(4, run.Result.ExitCode);
        Assert.Equal("3 a yes\n", Text(run.Result.Stdout));
        Assert.Contains(trace.Events, e => e.Line == 3 && e.Set.Any(v => v is { Name: "x", Value.Text: "3" }));
        Assert.Contains(trace.Events, e => e.Kind == TraceEventKind.Input && e.Chunk!.Descriptor == 0);
        Assert.Equal(("python", "1.0.0", (ImmutableArray<string>)["a"]), (trace.Header.Language, trace.Header.Tracer, trace.Header.Arguments), new HeaderComparer());
        Assert.StartsWith("3.", trace.Header.LanguageVersion, StringComparison.Ordinal);
        Assert.True(TraceDigest.IsRight(trace));
    }

    [Fact]
    public async Task Three_traces_and_the_untraced_run_agree()
    {
        var evidence = await fixture.ProvePython("words = {'b', 'a'}\nfor w in sorted(words):\n    print(w)\n");

        Assert.NotNull(evidence.Agreed);
        Assert.Equal(3, evidence.Traced.Length);
        Assert.Null(evidence.Reason);
    }

    [Fact]
    public async Task A_program_that_fails_by_itself_is_kept_and_its_stack_trace_does_not_name_the_work_folder()
    {
        var evidence = await fixture.ProvePython("def f():\n    raise KeyError('gone')\n\n\nf()\n");

        Assert.Equal((ExecutionStatus.Error, 1), (evidence.Agreed!.End.Status, evidence.Agreed.End.ExitCode));
        var shown = string.Concat(evidence.Agreed.Events.Where(e => e.Chunk?.Descriptor == 2).Select(e => Text(e.Chunk!.Bytes)));
        Assert.Contains("File \"/work/program.py\", line 5", shown, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Rejects => new()
    {
        { "the clock", "import time\nprint(time.time())", RejectReasons.Nondeterministic },
        { "how long something took, rounded to nothing", "import time\na = time.process_time()\nprint(f'{time.process_time() - a:.2f}')", RejectReasons.Nondeterministic },
        { "the day", "import datetime\nprint(datetime.date.today())\nprint(id(object()))", RejectReasons.Nondeterministic },
        { "random numbers", "import random\nprint(random.random())", RejectReasons.Nondeterministic },
        { "random numbers that are not printed", "import random\nx = random.random()", RejectReasons.Nondeterministic },
        { "addresses", "print(object())", RejectReasons.Nondeterministic },
        { "the host name", "import socket\nprint(socket.gethostname())", RejectReasons.Nondeterministic },
        { "the work folder", "import os\nprint(os.getcwd())", RejectReasons.Nondeterministic },
        { "the number of processors", "import os\nprint(len(os.sched_getaffinity(0)))", RejectReasons.Nondeterministic },
        { "the process number", "import os\nimport tempfile\nprint(tempfile.mkdtemp())", RejectReasons.Nondeterministic },
        { "being traced", "import sys\nd = locals\n\n\ndef f():\n    a = d()\n    b = 1\n    print('b' in a)\n\n\nf()", RejectReasons.NotTransparent },
        { "missing input", "input()", RejectReasons.WaitsForInput },
        { "a missing library", "import no_such_library", "missing-library" },
        { "many events", "for i in range(200000):\n    x = i", "event-limit" },
        { "endless work", "while True:\n    pass", "cpu-limit" },
        { "waiting", "import time\ntime.sleep(60)", "timeout" },
        { "much memory", "x = []\nwhile True:\n    x.append(bytearray(10 ** 7))", "memory-limit" },
    };

    [Theory]
    [MemberData(nameof(Rejects))]
    public async Task A_program_that_depends_on_what_it_must_not_is_rejected_with_the_reason(string what, string program, string reason)
    {
        var options = new ExecutionOptions
        {
            Limits = new SandboxLimits
            {
                Processor = TimeSpan.FromSeconds(4), Wall = TimeSpan.FromSeconds(reason == "timeout" ? 3 : 120), Memory = 128L << 20,
            },
        };

        var evidence = await fixture.ProvePython(program, options: options);

        Assert.True(evidence.Agreed is null, what);
        Assert.True(reason == evidence.Reason, $"{what}: {evidence.Reason} {evidence.Detail}\n{evidence.Evidence}");
        Assert.NotEmpty(evidence.Detail!);
        Assert.DoesNotContain("/work/", evidence.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import socket\nprint(socket.gethostname())", false)]
    [InlineData("import time\na = time.process_time()\nprint(f'{time.process_time() - a:.2f}')", false)]
    [InlineData("import time\na = time.process_time()\nprint(a <= time.process_time())", true)]
    public async Task A_run_elsewhere_differs_only_for_a_program_that_depends_on_where_and_when_it_runs(string program, bool same)
    {
        var source = ExecutorFixture.Source(program);
        var here = await fixture.Executor.Run(Languages.Python, source, ExecutionCase.Default, new ExecutionOptions(), Token);
        var elsewhere = await fixture.Executor.RunElsewhere(Languages.Python, source, ExecutionCase.Default, new ExecutionOptions(), Token);

        Assert.Equal(ExecutionStatus.Ok, here.Status);
        Assert.Equal(same, Text(here.Stdout) == Text(elsewhere.Stdout));
    }

    [Fact]
    public async Task A_run_close_to_its_processor_limit_is_a_reject()
    {
        var options = new ExecutionOptions { Limits = new SandboxLimits { Processor = TimeSpan.FromSeconds(3), Wall = TimeSpan.FromSeconds(60) } };
        const string Program = "import time\nwhile time.process_time() < 2.7:\n    sum(range(100000))\n";

        var evidence = await fixture.ProvePython(Program, options: options);

        Assert.Equal(RejectReasons.NearLimit, evidence.Reason);
    }

    [Fact]
    public async Task A_missing_tool_chain_is_a_status_with_the_remedy()
    {
        var language = Languages.Python with
        {
            Directory = CopyOfPlugin(), Toolchain = [new ToolRequirement("no-such-python", [], null, "no-such-python")],
        };

        var run = await fixture.Executor.Run(language, ExecutorFixture.Source("print(1)"), ExecutionCase.Default, new ExecutionOptions(), Token);

        Assert.Equal(ExecutionStatus.MissingToolchain, run.Status);
        Assert.Contains("apt install no-such-python", run.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_compiled_once_and_a_failure_is_remembered()
    {
        var language = Compiled();
        var good = ExecutorFixture.Source("print('built')", language: "compiled");
        var bad = ExecutorFixture.Source("print('built'", language: "compiled");

        var first = await fixture.Executor.Run(language, good, ExecutionCase.Default, new ExecutionOptions(), Token);
        var again = await fixture.Executor.Run(language, good, ExecutionCase.Default, new ExecutionOptions(), Token);
        var failed = await fixture.Executor.Run(language, bad, ExecutionCase.Default, new ExecutionOptions(), Token);
        var remembered = await fixture.Executor.Run(language, bad, ExecutionCase.Default, new ExecutionOptions(), Token);

        Assert.Equal("built\n", Text(first.Stdout).Split('\n', 2)[1]);
        Assert.Equal(Text(first.Stdout), Text(again.Stdout));
        Assert.Equal(ExecutionStatus.CompileError, failed.Status);
        Assert.Contains("SyntaxError", Text(failed.Stderr), StringComparison.Ordinal);
        Assert.Equal(Text(failed.Stderr), Text(remembered.Stderr));
    }

    [Fact]
    public async Task A_file_that_starts_no_program_is_told_apart_from_one_that_fails()
    {
        var folder = CopyOfPlugin();
        await File.WriteAllTextAsync(Path.Combine(folder, "entry.scm"), "(function_definition name: (identifier) @entry (#eq? @entry \"main\"))", Token);
        var language = Languages.Python with { Directory = folder, Entry = "entry.scm" };

        var program = await fixture.Executor.Run(language, ExecutorFixture.Source("def main():\n    print(1)\nmain()\n"), ExecutionCase.Default, new ExecutionOptions(), Token);
        var library = await fixture.Executor.Run(language, ExecutorFixture.Source("def helper():\n    print(1)\n"), ExecutionCase.Default, new ExecutionOptions(), Token);
        var traced = await fixture.Executor.TraceOnce(language, ExecutorFixture.Source("def helper():\n    print(1)\n"), ExecutionCase.Default, new ExecutionOptions(), Token);

        Assert.Equal(ExecutionStatus.Ok, program.Status);
        Assert.Equal(ExecutionStatus.CompileError, library.Status);
        Assert.Contains("no entry point", library.Detail, StringComparison.Ordinal);
        Assert.Equal(ExecutionStatus.CompileError, traced.Result.Status);
        Assert.Null(traced.Trace);
    }

    [Fact]
    public async Task The_next_tracer_serves_where_the_first_does_not_build_and_the_header_says_so()
    {
        var broken = new TracerDefinition { Name = "first", Compile = [["false"]], Command = ["true"] };
        var language = Languages.Python with { Directory = CopyOfPlugin(), Tracers = [broken, .. Languages.Python.Tracers] };

        var run = await fixture.Executor.TraceOnce(
            language, ExecutorFixture.Source("x = 1"), ExecutionCase.Default, new ExecutionOptions(), Token);

        Assert.Equal("1.0.0+settrace", run.Trace!.Header.Tracer);
        Assert.Contains(run.Notes, n => n.Contains("'first' was passed over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_of_a_case_lie_in_the_work_folder_and_imported_ones_are_traced_by_name()
    {
        var @case = ExecutionCase.Default with
        {
            Files = ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal)
                .Add("helper.py", [.. "def twice(n):\n    return n * 2\n"u8]).Add("data/in.txt", [.. "21"u8]),
        };

        var run = await fixture.TracePython("from helper import twice\nprint(twice(int(open('data/in.txt').read())))\n", @case);

        Assert.Equal("42\n", Text(run.Result.Stdout));
        Assert.Contains(run.Trace!.Events, e => e is { Kind: TraceEventKind.Call, Function: "twice", File: "helper.py" });
    }

    [Fact]
    public async Task Output_that_goes_around_the_tracer_stands_at_the_end()
    {
        var run = await fixture.TracePython("import os\nprint('late')\nos.write(1, b'early\\n')\nx = 1\n");

        Assert.Equal("early\nlate\n", Text(run.Result.Stdout));
        Assert.Equal("early\nlate\n", Text(run.Trace!.Events[^1].Chunk!.Bytes));
        Assert.Contains(run.Notes, n => n.Contains("stands at the end", StringComparison.Ordinal));
    }

    private static string Text(ImmutableArray<byte> bytes) => Encoding.UTF8.GetString(bytes.AsSpan());

    /// <summary>Python with a compile step; each build prints another number, so that a second build would show.</summary>
    private LanguageDefinition Compiled()
    {
        const string Build = "import ast, os, sys; text = open(sys.argv[1]).read(); ast.parse(text); "
            + "open('/out/built.py', 'w').write(f'print({int.from_bytes(os.urandom(6), \"big\")})\\n' + text)";
        return Languages.Python with
        {
            Id = "compiled",
            Directory = CopyOfPlugin(),
            Prepare = [],
            Tracers = [],
            Compile = [["python3", "-c", Build, "{file}"]],
            Run = ["python3", "{out}/built.py"],
        };
    }

    private string CopyOfPlugin()
    {
        var folder = fixture.NewFolder();
        var plugin = Languages.Python.Directory;
        foreach (var file in Directory.EnumerateFiles(plugin, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(plugin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder;
    }

    private sealed class HeaderComparer : IEqualityComparer<(string, string, ImmutableArray<string>)>
    {
        public bool Equals((string, string, ImmutableArray<string>) x, (string, string, ImmutableArray<string>) y) =>
            x.Item1 == y.Item1 && x.Item2 == y.Item2 && x.Item3.SequenceEqual(y.Item3);

        public int GetHashCode((string, string, ImmutableArray<string>) value) => value.Item1.GetHashCode(StringComparison.Ordinal);
    }
}
