using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Runs the commands of a build, one after the other, in one sandbox. Thread-safe.</summary>
internal sealed class BuildRunner(ISandbox sandbox, ToolchainCatalog toolchains, ProgramExecutorOptions options)
{
    /// <summary>Folder of the sources while building; the same for all programs, because compilers put it into what they build.</summary>
    public const string WorkDirectory = "/work/s";

    private const int MostMessages = 64 << 10;

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
        var request = new SandboxRequest
        {
            Command = InOne([.. commands.Select(command => command.SetItem(0, toolchains.Resolve(command[0])))]),
            WorkDirectory = WorkDirectory,
            Files = files,
            Binds = binds,
            Environment = language.Environment,
            Limits = options.CompileLimits,
            Isolation = isolation,
            OutputFolder = outputFolder,
        };
        var result = await sandbox.Run(request, cancellationToken).ConfigureAwait(false);
        return result.Status == ExecutionStatus.Ok
            ? null
            : new BuildFailure(result.Status, result.ExitCode, Messages(result), result.Detail);
    }

    /// <summary>As much of a compiler's messages as is kept.</summary>
    public static string Shortened(string messages) => messages.Length <= MostMessages ? messages : messages[..MostMessages];

    // The commands share one sandbox: a later one finds what an earlier one left in the output folder.
    private static ImmutableArray<string> InOne(ImmutableArray<ImmutableArray<string>> commands) => commands.Length == 1
        ? commands[0]
        : ["/bin/sh", "-c", string.Join(" && ", commands.Select(command => string.Join(' ', command.Select(Quote))))];

    private static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Messages(RunResult result) =>
        Shortened(Encoding.UTF8.GetString(result.Stderr.AsSpan()) + Encoding.UTF8.GetString(result.Stdout.AsSpan()));
}
