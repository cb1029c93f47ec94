using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Runs the commands of a build, one after the other, in the sandbox. Thread-safe.</summary>
internal sealed class BuildRunner(ISandbox sandbox, ToolchainCatalog toolchains, ProgramExecutorOptions options)
{
    /// <summary>Folder of the sources while building; the same for all programs, because compilers put it into what they build.</summary>
    public const string WorkDirectory = "/work/s";

    /// <summary>Runs the commands until one fails.</summary>
    /// <returns>The failure, or <see langword="null"/> when all ended with status 0.</returns>
    public async Task<BuildFailure?> Run(
        ImmutableArray<ImmutableArray<string>> commands,
        string outputFolder,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> files,
        ImmutableArray<SandboxBind> binds,
        LanguageDefinition language,
        IsolationLevel isolation,
        CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            var request = new SandboxRequest
            {
                Command = command.SetItem(0, toolchains.Resolve(command[0])),
                WorkDirectory = WorkDirectory,
                Files = files,
                Binds = binds,
                Environment = language.Environment,
                Limits = options.CompileLimits,
                Isolation = isolation,
                OutputFolder = outputFolder,
            };
            var result = await sandbox.Run(request, cancellationToken).ConfigureAwait(false);
            if (result.Status != ExecutionStatus.Ok)
            {
                return new BuildFailure(result.Status, result.ExitCode, Messages(result), result.Detail);
            }
        }

        return null;
    }

    private static string Messages(RunResult result)
    {
        const int Most = 64 << 10;
        var text = Encoding.UTF8.GetString(result.Stderr.AsSpan()) + Encoding.UTF8.GetString(result.Stdout.AsSpan());
        return text.Length <= Most ? text : text[..Most];
    }
}
