using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Programs;

/// <summary>
/// Runs bash scripts in the sandbox as programs of a language are run. The files asked for are fetched by the sandbox's server
/// from the private file system once no process is left, not through any channel the script could write to. Thread-safe.
/// </summary>
internal sealed class ScriptRunner(
    ISandbox sandbox, ToolchainCatalog toolchains, LanguageReadiness readiness, ProgramExecutorOptions options) : IScriptRunner
{
    private static readonly string[] StandardPath = ["/usr/local/bin", "/usr/bin", "/bin"];

    private readonly string _folder = Path.Combine(options.CacheFolder, "scripts");

    /// <inheritdoc/>
    public async ValueTask<ScriptResult> Run(
        LanguageDefinition language, ScriptRequest request, ExecutionOptions execution, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(execution);
        ScriptNames.Check(request);
        var (ready, missing) = await readiness.Get(language, execution.Isolation, cancellationToken).ConfigureAwait(false);
        if (ready is null)
        {
            return new ScriptResult { Run = missing! };
        }

        var folder = Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("n")));
        try
        {
            var limits = Limits(language, execution.Limits);
            var run = await sandbox.Run(Request(ready, request, execution, limits, folder.FullName), cancellationToken).ConfigureAwait(false);
            return new ScriptResult
            {
                Run = RunJudge.Classify(language, run),
                Files = run.FilesLeftOut == 0 ? Read(folder) : ScriptNames.NoFiles,
                FilesLeftOut = run.FilesLeftOut,
                IsNearLimit = RunJudge.IsNearLimit(run, limits),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<byte>> Read(DirectoryInfo folder) => folder.EnumerateFiles()
        .ToImmutableSortedDictionary(file => file.Name, file => ImmutableArray.Create(File.ReadAllBytes(file.FullName)), StringComparer.Ordinal);

    private SandboxRequest Request(
        ReadyLanguage ready, ScriptRequest request, ExecutionOptions execution, SandboxLimits limits, string folder)
    {
        var surroundings = Surroundings.Repeats[request.Repetition];
        ImmutableArray<string> check = request.CheckOnly ? ["-n"] : [];
        return new SandboxRequest
        {
            Command = [toolchains.Resolve("bash"), .. check, request.Name],
            WorkDirectory = surroundings.WorkDirectory,
            Files = request.Files.SetItem(request.Name, [.. Encoding.UTF8.GetBytes(request.Script)]),
            Binds = ready.Binds,
            Environment = ready.Language.Environment.SetItem("PATH", ToolPath(ready.Language)),
            Limits = limits,
            Isolation = execution.Isolation,
            Collect = request.Collect.IsEmpty ? null : new SandboxCollection(request.Collect, folder, request.MostFiles, request.MostBytes),
            HostName = surroundings.HostName,
            Processors = surroundings.Processors,
            RandomizeAddresses = surroundings.RandomizeAddresses,
            ClockShift = surroundings.ClockShift,
        };
    }

    // The tools that programs are run with come first, so that a name in the script means the same one.
    private string ToolPath(LanguageDefinition language) => string.Join(':', language.Toolchain
        .Select(tool => Path.GetDirectoryName(toolchains.Resolve(tool.Program)))
        .Where(folder => folder is { Length: > 1 })
        .Concat(StandardPath)
        .Distinct());

    // A script of a compiled language compiles, and its compiler must have what it has elsewhere.
    private SandboxLimits Limits(LanguageDefinition language, SandboxLimits limits)
    {
        var own = limits with
        {
            Memory = limits.Memory + language.MemoryOverhead,
            Processes = limits.Processes + language.ProcessOverhead,
        };
        return language.Compile.IsDefaultOrEmpty ? own : own with
        {
            Memory = Math.Max(own.Memory, options.CompileLimits.Memory),
            Processes = Math.Max(own.Processes, options.CompileLimits.Processes),
        };
    }
}
