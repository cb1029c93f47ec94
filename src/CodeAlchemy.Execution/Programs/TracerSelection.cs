using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Instrumentation;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Tries a language's tracers in order until one can serve a program. Thread-safe.</summary>
internal sealed class TracerSelection(ProgramBuilder builder, IInstrumenter instrumenter, ToolchainCatalog toolchains)
{
    /// <summary>The first tracer that builds; <see langword="null"/> when none does, with the reasons in <paramref name="notes"/>.</summary>
    /// <param name="ready">The language.</param>
    /// <param name="source">The program.</param>
    /// <param name="built">The untraced build, waited for where a tracer needs it.</param>
    /// <param name="options">Isolation of compilers.</param>
    /// <param name="notes">Receives why tracers were passed over.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<TracerPlan?> Choose(
        ReadyLanguage ready, SourceFile source, Task<Artifact?> built, ExecutionOptions options, ICollection<string> notes, CancellationToken cancellationToken)
    {
        var language = ready.Language;
        foreach (var tracer in language.Tracers)
        {
            if (await MissingTool(language, tracer, cancellationToken).ConfigureAwait(false) is { } missing)
            {
                notes.Add($"The tracer '{tracer.Name}' was passed over: {missing}");
                continue;
            }

            var plan = tracer.Instrument is null
                ? await Plain(ready, source, built, tracer, options, cancellationToken).ConfigureAwait(false)
                : await Instrumented(ready, source, tracer, options, cancellationToken).ConfigureAwait(false);
            if (plan is not null)
            {
                return plan with { Notes = [.. notes, .. plan.Notes] };
            }

            notes.Add($"The tracer '{tracer.Name}' was passed over: the program can't be built for it.");
        }

        return null;
    }

    private static string HeaderName(LanguageDefinition language, TracerDefinition tracer) =>
        ReferenceEquals(tracer, language.Tracers[0]) ? language.Version : $"{language.Version}+{tracer.Name}";

    /// <summary>An optional program of the tool chain that this tracer starts but that is not there.</summary>
    private async Task<string?> MissingTool(LanguageDefinition language, TracerDefinition tracer, CancellationToken cancellationToken)
    {
        var programs = tracer.Compile.Add(tracer.Command).SelectMany(c => c).ToHashSet(StringComparer.Ordinal);
        var tools = await toolchains.Examine(language, cancellationToken).ConfigureAwait(false);
        return tools.FirstOrDefault(t => t.State != ToolState.Found && programs.Contains(t.Requirement.Program))?.Detail;
    }

    private async Task<TracerPlan?> Plain(
        ReadyLanguage ready, SourceFile source, Task<Artifact?> built, TracerDefinition tracer, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var artifact = await builder
            .Build(ready, source, source.Text, tracer.Compile, options.Isolation, cancellationToken).ConfigureAwait(false)
            ?? await built.ConfigureAwait(false);
        return artifact?.Failure is not null
            ? null
            : new TracerPlan(HeaderName(ready.Language, tracer), tracer.Command, source.Text, artifact?.Folder, []);
    }

    private async Task<TracerPlan?> Instrumented(
        ReadyLanguage ready, SourceFile source, TracerDefinition tracer, ExecutionOptions options, CancellationToken cancellationToken)
    {
        string? folder = null;
        var program = await instrumenter.Instrument(ready.Language, tracer, source.Text, Compile, cancellationToken).ConfigureAwait(false);
        if (program is null)
        {
            return null;
        }

        var notes = program.Notes.ToImmutableArray();
        if (program.Dropped > 0)
        {
            notes = notes.Add($"{program.Dropped} insertions were dropped because the compiler objected to them.");
        }

        return new TracerPlan(HeaderName(ready.Language, tracer), tracer.Command, program.Text, folder, notes);

        async ValueTask<CompileAttempt> Compile(string text, CancellationToken token)
        {
            var artifact = await builder.Build(ready, source, text, tracer.Compile, options.Isolation, token).ConfigureAwait(false);
            folder = artifact?.Folder;
            return new CompileAttempt(artifact?.Failure is null, artifact?.Failure?.Messages ?? string.Empty);
        }
    }
}
