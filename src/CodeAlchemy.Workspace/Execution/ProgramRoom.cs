using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Execution.Programs;
using CodeAlchemy.Execution.Sandbox;
using CodeAlchemy.Execution.Toolchains;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Workspace.Execution;

/// <summary>Sandbox, tool chains and executor of an installation. Thread-safe.</summary>
internal sealed class ProgramRoom : IDisposable
{
    private ProgramRoom(BubblewrapSandbox sandbox, ToolchainCatalog toolchains, ProgramExecutor executor)
    {
        Sandbox = sandbox;
        Toolchains = toolchains;
        Executor = executor;
    }

    public BubblewrapSandbox Sandbox { get; }

    public ToolchainCatalog Toolchains { get; }

    public ProgramExecutor Executor { get; }

    public static ProgramRoom Create(WorkspaceOptions options, PluginCatalog plugins, Lazy<SyntaxService> syntax, Func<string, string> content)
    {
        var sandbox = new BubblewrapSandbox(new SandboxOptions
        {
            Launcher = Path.Combine(options.Root, ".deps", "native", "codealchemy-launch"),
        });
        var toolchains = new ToolchainCatalog(sandbox, new ProgramSearch(Environment.GetEnvironmentVariable("PATH")));
        var executor = new ProgramExecutor(sandbox, syntax.Value, toolchains, new ProgramExecutorOptions
        {
            CacheFolder = options.Cache,
            Languages = plugins.FindLanguage,
            PluginContent = content,
        });
        return new ProgramRoom(sandbox, toolchains, executor);
    }

    public void Dispose()
    {
        Executor.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Sandbox.Dispose();
    }
}
