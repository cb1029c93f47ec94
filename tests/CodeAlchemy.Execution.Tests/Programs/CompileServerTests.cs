using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Programs;
using CodeAlchemy.Execution.Tests.Support;

namespace CodeAlchemy.Execution.Tests.Programs;

/// <summary>A resident compiler written in Python: the first line of a program says how it behaves.</summary>
public sealed class CompileServerTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    private const string Server = """
        import os, struct, sys
        def number(): return struct.unpack('>i', sys.stdin.buffer.read(4))[0]
        def text(): return sys.stdin.buffer.read(number())
        def put(*parts):
            for part in parts:
                sys.stdout.buffer.write(struct.pack('>i', part) if isinstance(part, int) else struct.pack('>i', len(part)) + part)
            sys.stdout.buffer.flush()
        jobs = 0
        while True:
            try: commands = [[text() for _ in range(number())] for _ in range(number())]
            except struct.error: break
            files = {text(): text() for _ in range(number())}
            jobs += 1
            how = files[b'program.py'].split(b'\n')[0]
            made = b'print("by server %d, job %d")\n' % (os.getpid(), jobs)
            if how == b'# good': put(0, b'', 1, b'deep/built.py', made)
            elif how == b'# bad': put(1, b'program.py:1: no', 0)
            elif how == b'# cannot': put(2, b'not mine', 0)
            elif how == b'# escape': put(0, b'', 1, b'../escaped.py', made)
            elif how == b'# garbage': put(0, b'', 1 << 30)
            elif how == b'# dies': os._exit(9)
            elif how == b'# hangs': import time; time.sleep(1000)
        """;

    private const string Cold = "import os, sys; os.makedirs('/out/deep'); open('/out/deep/built.py', 'w').write('print(\"by itself\")')";

    [Fact]
    public async Task One_server_compiles_one_program_after_the_other()
    {
        var language = Language();

        var first = await Run(language, "# good\n# 1");
        var second = await Run(language, "# good\n# 2");
        var again = await Run(language, "# good\n# 2");

        Assert.Matches("^by server [0-9]+, job 1$", first);
        Assert.Equal(first.Replace("job 1", "job 2", StringComparison.Ordinal), second);
        Assert.Equal(second, again);
    }

    [Fact]
    public async Task What_the_server_refuses_does_not_compile()
    {
        var result = await fixture.Executor.Run(Language(), ExecutorFixture.Source("# bad"), ExecutionCase.Default, new ExecutionOptions(), TestContext.Current.CancellationToken);

        Assert.Equal((ExecutionStatus.CompileError, 1, "program.py:1: no"), (result.Status, result.ExitCode, Encoding.UTF8.GetString(result.Stderr.AsSpan())));
    }

    [Theory]
    [InlineData("# cannot")]
    [InlineData("# escape")]
    [InlineData("# garbage")]
    [InlineData("# dies")]
    [InlineData("# hangs")]
    public async Task What_the_server_fails_at_is_compiled_by_the_command(string how)
    {
        await using var executor = Impatient();
        var language = Language();

        var result = await executor.Run(language, ExecutorFixture.Source(how), ExecutionCase.Default, new ExecutionOptions(), TestContext.Current.CancellationToken);
        var next = await executor.Run(language, ExecutorFixture.Source("# good\n" + how), ExecutionCase.Default, new ExecutionOptions(), TestContext.Current.CancellationToken);

        Assert.Equal("by itself\n", Encoding.UTF8.GetString(result.Stdout.AsSpan()));
        Assert.StartsWith("by server ", Encoding.UTF8.GetString(next.Stdout.AsSpan()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_can_not_start_costs_nothing_but_time()
    {
        var language = Language() with { CompileServer = ["python3", "-c", "raise SystemExit(1)"] };

        Assert.Equal("by itself", await Run(language, "# good\n# without"));
    }

    private async Task<string> Run(LanguageDefinition language, string text)
    {
        var result = await fixture.Executor.Run(language, ExecutorFixture.Source(text), ExecutionCase.Default, new ExecutionOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(ExecutionStatus.Ok, result.Status);
        return Encoding.UTF8.GetString(result.Stdout.AsSpan()).TrimEnd();
    }

    private ProgramExecutor Impatient()
    {
        var options = new ProgramExecutorOptions { CacheFolder = Path.Combine(fixture.NewFolder(), "cache"), PluginContent = directory => directory };
        return fixture.NewExecutor(options with { CompileLimits = options.CompileLimits with { Wall = TimeSpan.FromSeconds(5) } });
    }

    // Each test has a plugin folder, and so servers, of its own.
    private LanguageDefinition Language() => Languages.Python with
    {
        Id = "served",
        Directory = fixture.NewFolder(),
        Compile = [["python3", "-c", Cold, "{file}"]],
        CompileServer = ["python3", "-c", Server],
        Run = ["python3", "{out}/deep/built.py"],
        Prepare = [],
        Tracers = [],
    };
}
