using System.Collections.Concurrent;
using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Programs.Resident;

/// <summary>
/// Compilers that wait for their next job, by language and isolation. As many work at once as callers ask; those that wait longer than
/// a while are ended by the next caller. Thread-safe.
/// </summary>
internal sealed class CompileServers(ISandbox sandbox, ToolchainCatalog toolchains, ProgramExecutorOptions options, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Key, IsolationLevel Isolation), ConcurrentStack<CompileServer>> _idle = new();

    /// <summary>Compiles by a server of the language, if it has one that can.</summary>
    /// <returns>The reply, or <see langword="null"/> when the commands must be started by themselves.</returns>
    public async Task<CompileReply?> Compile(
        ReadyLanguage ready,
        ImmutableArray<ImmutableArray<string>> commands,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> files,
        IsolationLevel isolation,
        CancellationToken cancellationToken)
    {
        var idle = _idle.GetOrAdd((ready.Key, isolation), _ => new ConcurrentStack<CompileServer>());
        var server = idle.TryPop(out var waiting) ? waiting : Start(ready, isolation);
        CompileReply? reply = null;
        try
        {
            return reply = await server.Compile(commands, files, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (reply is not null && server.IsFresh)
            {
                idle.Push(server);
            }
            else
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var idle in _idle.Values)
        {
            while (idle.TryPop(out var server))
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private CompileServer Start(ReadyLanguage ready, IsolationLevel isolation)
    {
        var language = ready.Language;
        var template = new CommandTemplate { Plugin = language.Id, Memory = options.CompileLimits.Memory };
        var command = template.Fill(language.CompileServer);
        var session = sandbox.Open(new SandboxRequest
        {
            Command = command.SetItem(0, toolchains.Resolve(command[0])),
            WorkDirectory = BuildRunner.WorkDirectory,
            Binds = ready.Binds,
            Environment = language.Environment,
            HasScratchOutput = true,
            Isolation = isolation,

            // Each job has the limits of compiling; these are of all jobs together.
            Limits = options.CompileLimits with { Processor = TimeSpan.FromHours(1), Wall = TimeSpan.FromHours(1) },
        });
        return new CompileServer(session, options.CompileLimits, clock);
    }
}
