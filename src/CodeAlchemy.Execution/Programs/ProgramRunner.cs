using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Runs a built program in given surroundings, with a trace file or without. Thread-safe.</summary>
internal sealed class ProgramRunner(ISandbox sandbox, ToolchainCatalog toolchains, ProgramBuilder builder)
{
    /// <summary>Runs it.</summary>
    /// <param name="ready">The language.</param>
    /// <param name="source">The program; its name.</param>
    /// <param name="text">Content of the program's file inside.</param>
    /// <param name="command">The plugin's command.</param>
    /// <param name="built">Folder shown as <c>/out</c>, or <see langword="null"/>.</param>
    /// <param name="case">Arguments, input and files.</param>
    /// <param name="options">Limits and isolation.</param>
    /// <param name="surroundings">What is varied.</param>
    /// <param name="traceFile">Receives the records, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    public async Task<RunResult> Run(
        ReadyLanguage ready,
        SourceFile source,
        string text,
        ImmutableArray<string> command,
        string? built,
        ExecutionCase @case,
        ExecutionOptions options,
        Surroundings surroundings,
        string? traceFile,
        CancellationToken cancellationToken)
    {
        var language = ready.Language;
        var template = builder.Template(ready, source, surroundings.WorkDirectory, options.Limits.Memory, cancellationToken);
        var filled = template.Fill(command);
        var environment = language.Environment;
        if (traceFile is not null)
        {
            environment = environment.SetItem("CODEALCHEMY_TRACE_LIMITS", Describe(options.Trace));
        }

        var request = new SandboxRequest
        {
            Command = [toolchains.Resolve(filled[0]), .. filled.Skip(1), .. @case.Arguments],
            WorkDirectory = surroundings.WorkDirectory,
            Files = @case.Files.SetItem(source.FileName, [.. Encoding.UTF8.GetBytes(text)]),
            Binds = built is null ? ready.Binds : ready.Binds.Add(new SandboxBind(built, "/out")),
            Environment = environment,
            Stdin = @case.Stdin,
            Limits = options.Limits with
            {
                Memory = options.Limits.Memory + language.MemoryOverhead,
                Processes = options.Limits.Processes + language.ProcessOverhead,
            },
            Isolation = options.Isolation,
            TraceFile = traceFile,
            HostName = surroundings.HostName,
            Processors = surroundings.Processors,
            RandomizeAddresses = surroundings.RandomizeAddresses,
            ClockShift = surroundings.ClockShift,
        };
        var result = await sandbox.Run(request, cancellationToken).ConfigureAwait(false);
        return RunJudge.Classify(language, result);
    }

    private static string Describe(TraceLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"events={limits.Events},bytes={limits.Bytes},depth={limits.Depth},items={limits.Items},characters={limits.Characters}");
}
