using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Programs;
using CodeAlchemy.Execution.Sandbox;
using CodeAlchemy.Execution.Toolchains;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Tests.Support;

/// <summary>A real executor over the real sandbox with a cache folder of its own.</summary>
public sealed class ExecutorFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("executor-tests-").FullName;
    private readonly string _state;
    private readonly SyntaxService _syntax;
    private readonly BubblewrapSandbox? _sandbox;
    private readonly ProgramExecutor? _executor;
    private readonly ToolchainCatalog? _toolchains;

    public ExecutorFixture()
    {
        // Programs run as another user, who must get to what is built for them.
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        _state = Path.Combine(Environment.IsPrivilegedProcess ? "/run" : _folder, $"codealchemy-{Path.GetFileName(_folder)}");
        var deps = Path.Combine(Languages.Root, ".deps");
        _syntax = new SyntaxService(new SyntaxOptions(Path.Combine(deps, "native"), Path.Combine(deps, "node_modules")));
        if (!File.Exists("/usr/bin/bwrap"))
        {
            return;
        }

        _sandbox = new BubblewrapSandbox(new SandboxOptions
        {
            Launcher = Path.Combine(deps, "native", "codealchemy-launch"),
            State = _state,
            FirstUser = 240_000,
        });
        _toolchains = new ToolchainCatalog(_sandbox, new ProgramSearch(Environment.GetEnvironmentVariable("PATH")));
        _executor = new ProgramExecutor(_sandbox, _syntax, _toolchains, new ProgramExecutorOptions { CacheFolder = Path.Combine(_folder, "cache"), PluginContent = directory => directory });
    }

    /// <summary>The executor; skips the test where the sandbox is not complete.</summary>
    public ProgramExecutor Executor
    {
        get
        {
            Assert.SkipWhen(_sandbox is null, "bubblewrap is not installed");
            var absent = _sandbox!.Features.FirstOrDefault(f => !f.Available);
            Assert.SkipWhen(absent is not null, $"{absent?.Name}: {absent?.Detail}");
            return _executor!;
        }
    }

    /// <summary>Another executor over the same sandbox.</summary>
    public ProgramExecutor NewExecutor(ProgramExecutorOptions options) => new(Sandbox, _syntax, Toolchains, options);

    /// <summary>The sandbox; skips the test where there is none.</summary>
    public ISandbox Sandbox => Executor is null ? throw new InvalidOperationException() : _sandbox!;

    /// <summary>The tool chains of this machine.</summary>
    public ToolchainCatalog Toolchains => Executor is null ? throw new InvalidOperationException() : _toolchains!;

    public static SourceFile Source(string text, string name = "program.py", string language = "python") => new()
    {
        Ordinal = 0,
        Path = name,
        Language = language,
        Text = text,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
    };

    public static ExecutionCase Case(string stdin = "", params string[] arguments) => new()
    {
        Name = "test", Stdin = [.. Encoding.UTF8.GetBytes(stdin)], Arguments = [.. arguments],
    };

    public ValueTask<TracedRun> TracePython(string text, ExecutionCase? @case = null, ExecutionOptions? options = null) => Executor.TraceOnce(
        Languages.Python, Source(text), @case ?? ExecutionCase.Default, options ?? new ExecutionOptions(), TestContext.Current.CancellationToken);

    public ValueTask<TraceEvidence> ProvePython(string text, ExecutionCase? @case = null, ExecutionOptions? options = null) => Executor.Trace(
        Languages.Python, Source(text), @case ?? ExecutionCase.Default, options ?? new ExecutionOptions(), TestContext.Current.CancellationToken);

    /// <summary>A new folder that every user may enter; gone with the fixture.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("n"))).FullName;

    public void Dispose()
    {
        _syntax.Dispose();
        _sandbox?.Dispose();
        if (Directory.Exists(_state))
        {
            Directory.Delete(_state, recursive: true);
        }

        Directory.Delete(_folder, recursive: true);
    }
}
