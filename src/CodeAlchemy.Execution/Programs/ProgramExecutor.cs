using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Instrumentation;
using CodeAlchemy.Execution.Programs.Resident;
using CodeAlchemy.Execution.Toolchains;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Compiles, runs and traces programs of any language plugin in the sandbox. Thread-safe.</summary>
public sealed class ProgramExecutor : IProgramExecutor, IAsyncDisposable
{
    private readonly LanguageReadiness _readiness;
    private readonly ProgramBuilder _builder;
    private readonly CompileServers _compilers;
    private readonly ProgramRunner _runner;
    private readonly TracerSelection _tracers;
    private readonly TraceFiles _files;
    private readonly LineCounter _counter;

    /// <summary>Creates an executor.</summary>
    /// <param name="sandbox">Runs everything foreign, compilers included.</param>
    /// <param name="syntax">Parses sources for entries and instrumentation.</param>
    /// <param name="toolchains">What this machine has.</param>
    /// <param name="options">Cache and compile limits.</param>
    public ProgramExecutor(ISandbox sandbox, SyntaxService syntax, ToolchainCatalog toolchains, ProgramExecutorOptions options)
        : this(sandbox, syntax, toolchains, options, new DeclarativeInstrumenter(syntax), TimeProvider.System)
    {
    }

    internal ProgramExecutor(
        ISandbox sandbox,
        SyntaxService syntax,
        ToolchainCatalog toolchains,
        ProgramExecutorOptions options,
        IInstrumenter instrumenter,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cache = new ArtifactCache(options.CacheFolder, options.CacheBytes, clock);
        var builds = new BuildRunner(sandbox, toolchains, options);
        _readiness = new LanguageReadiness(toolchains, cache, builds, options);
        _compilers = new CompileServers(sandbox, toolchains, options, clock);
        _builder = new ProgramBuilder(cache, new ProgramCompiler(builds, _compilers), new EntryFinder(syntax), options);
        _runner = new ProgramRunner(sandbox, toolchains, _builder);
        _tracers = new TracerSelection(_builder, instrumenter, toolchains);
        _counter = new LineCounter(_builder, _runner);
        Scripts = new ScriptRunner(sandbox, toolchains, _readiness, options);
        _files = new TraceFiles(Path.Combine(options.CacheFolder, "traces"));
        RequireEntry(options.CacheFolder);
    }

    /// <summary>Runs scripts with the same tool chains and prepared plugins.</summary>
    public IScriptRunner Scripts { get; }

    /// <inheritdoc/>
    public ValueTask<RunResult> Run(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        RunIn(Surroundings.Repeats[0], language, source, @case, options, cancellationToken);

    /// <summary>
    /// Runs a program untraced with another host name, work folder, number of processors and clock than <see cref="Run"/>, so that
    /// one that depends on them gives something else.
    /// </summary>
    public ValueTask<RunResult> RunElsewhere(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        RunIn(Surroundings.Repeats[^1], language, source, @case, options, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<TracedRun> TraceOnce(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken)
    {
        using var needless = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (session, missing) = await Open(language, source, @case, options, cancellationToken).ConfigureAwait(false);
        if (session is null)
        {
            return new TracedRun(missing!, null, []);
        }

        // The untraced build only tells whether the program compiles; the traced one and its run need not wait for it.
        var tracing = session.Trace(Surroundings.Repeats[1], needless.Token);
        try
        {
            if (await session.BuildFailure().ConfigureAwait(false) is { } failure)
            {
                return new TracedRun(failure, null, []);
            }

            var attempt = await tracing.ConfigureAwait(false);
            return new TracedRun(attempt.Result, attempt.Trace, attempt.Notes);
        }
        finally
        {
            await needless.CancelAsync().ConfigureAwait(false);
            await ((Task)tracing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TraceEvidence> Trace(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var (session, failure) = await OpenBuilt(language, source, @case, options, cancellationToken).ConfigureAwait(false);
        return session is null
            ? TraceAgreement.Refused(failure!)
            : await TraceAgreement.Reach(session, language, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts how often each line of a program runs, by the language's own counter, which is no tracer.</summary>
    /// <exception cref="ArgumentException">The language has no counter.</exception>
    public ValueTask<LineCounts> Count(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        CountIn(Surroundings.Repeats[1], language, source, @case, options, cancellationToken);

    /// <summary>Counts again in other surroundings, as <see cref="RunElsewhere"/> runs: what differs doesn't come from the program alone.</summary>
    /// <exception cref="ArgumentException">The language has no counter.</exception>
    public ValueTask<LineCounts> CountElsewhere(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken) =>
        CountIn(Surroundings.Repeats[^1], language, source, @case, options, cancellationToken);

    /// <summary>Ends the compilers that wait for a job.</summary>
    public ValueTask DisposeAsync() => _compilers.DisposeAsync();

    /// <summary>A host that runs as root starts programs as another user, who must get to what is built for them.</summary>
    private static void RequireEntry(string cacheFolder)
    {
        if (Environment.IsPrivilegedProcess && !PathAccess.CanEnter(cacheFolder))
        {
            throw new ProblemException(new Problem(
                "cache-closed",
                $"The cache folder {cacheFolder} can't be entered by the user that programs run as.",
                "Choose another with CODEALCHEMY_CACHE_DIR, for example /var/cache/codealchemy.",
                ExitCode.Configuration));
        }
    }

    private async Task<(ProgramSession? Session, RunResult? Failure)> OpenBuilt(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var (session, missing) = await Open(language, source, @case, options, cancellationToken).ConfigureAwait(false);
        var failure = session is null ? missing : await session.BuildFailure().ConfigureAwait(false);
        return failure is null ? (session, null) : (null, failure);
    }

    private async ValueTask<LineCounts> CountIn(
        Surroundings surroundings,
        LanguageDefinition language,
        SourceFile source,
        ExecutionCase @case,
        ExecutionOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(options);
        if (language.Counter.IsEmpty)
        {
            throw new ArgumentException($"The language '{language.Id}' has no counter.", nameof(language));
        }

        var (ready, missing) = await _readiness.Get(language, options.Isolation, cancellationToken).ConfigureAwait(false);
        return ready is null
            ? LineCounts.None(missing!)
            : await _counter.Count(ready, source, @case, options, surroundings, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RunResult> RunIn(
        Surroundings surroundings,
        LanguageDefinition language,
        SourceFile source,
        ExecutionCase @case,
        ExecutionOptions options,
        CancellationToken cancellationToken)
    {
        var (session, failure) = await OpenBuilt(language, source, @case, options, cancellationToken).ConfigureAwait(false);
        return session is null ? failure! : await session.Run(surroundings, cancellationToken).ConfigureAwait(false);
    }

    private static RunResult NotRun(LanguageDefinition language) => new()
    {
        Status = ExecutionStatus.MissingToolchain,
        Detail = $"{language.Name} is neither run nor traced: its plugin names no command for that.",
    };

    /// <summary>A program whose untraced build has begun.</summary>
    private async Task<(ProgramSession? Session, RunResult? Missing)> Open(
        LanguageDefinition language, SourceFile source, ExecutionCase @case, ExecutionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(options);
        if (language.Run.IsEmpty)
        {
            return (null, NotRun(language));
        }

        var (ready, missing) = await _readiness.Get(language, options.Isolation, cancellationToken).ConfigureAwait(false);
        if (ready is null)
        {
            return (null, missing);
        }

        if (!_builder.MayStart(language, source, cancellationToken))
        {
            return (null, ProgramBuilder.NoEntry());
        }

        var build = _builder.Build(ready, source, source.Text, language.Compile, options.Isolation, cancellationToken);
        return (new ProgramSession(ready, source, @case, options, build, _runner, _tracers, _files), null);
    }
}
