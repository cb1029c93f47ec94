using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Compiles programs, each text once. Thread-safe.</summary>
internal sealed class ProgramBuilder(ArtifactCache cache, ProgramCompiler compiler, EntryFinder entries, ProgramExecutorOptions options)
{
    /// <summary>Placeholders for a program in a work folder.</summary>
    public CommandTemplate Template(
        ReadyLanguage ready, SourceFile source, string workDirectory, long memory, CancellationToken cancellationToken) => new()
        {
            Plugin = ready.Language.Id,
            File = $"{workDirectory}/{source.FileName}",
            Entry = entries.Find(ready.Language, source.Text, cancellationToken),
            Memory = memory,
        };

    /// <summary>Whether something in the file may start a program; where its language has no query for that, or its syntax is broken, compiling tells.</summary>
    public bool MayStart(LanguageDefinition language, SourceFile source, CancellationToken cancellationToken) =>
        entries.MayStart(language, source.Text, cancellationToken);

    /// <summary>What the commands make of a text; <see langword="null"/> when there are none.</summary>
    /// <param name="ready">The language.</param>
    /// <param name="source">The program; names and entry come from it.</param>
    /// <param name="text">The text to compile: the program's own, or an instrumented one.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="isolation">Isolation of the compiler.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    public async Task<Artifact?> Build(
        ReadyLanguage ready,
        SourceFile source,
        string text,
        ImmutableArray<ImmutableArray<string>> commands,
        IsolationLevel isolation,
        CancellationToken cancellationToken)
    {
        if (commands.IsDefaultOrEmpty)
        {
            return null;
        }

        var template = Template(ready, source, BuildRunner.WorkDirectory, options.CompileLimits.Memory, cancellationToken);
        var filled = commands.Select(template.Fill).ToImmutableArray();
        var content = Encoding.UTF8.GetBytes(text);
        using var key = new ContentKey();
        var name = key.Add("program").Add(ready.Key).Add(source.FileName).Add(content).Add(filled).Finish();
        var files = ImmutableSortedDictionary.Create<string, ImmutableArray<byte>>(StringComparer.Ordinal)
            .Add(source.FileName, [.. content]);
        return await cache.Get(
            name,
            (folder, token) => compiler.Compile(ready, filled, folder, files, isolation, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A file that is no program, as the result of a run.</summary>
    public static RunResult NoEntry() => new()
    {
        Status = ExecutionStatus.CompileError,
        Detail = "The file has no entry point: nothing in it starts a program.",
    };

    /// <summary>A failed build as the result of a run.</summary>
    public static RunResult Failed(LanguageDefinition language, BuildFailure failure)
    {
        var library = RunJudge.MissingLibrary(language, failure.Messages);
        return new RunResult
        {
            Status = library is null ? ExecutionStatus.CompileError : ExecutionStatus.MissingLibrary,
            ExitCode = failure.ExitCode,
            Stderr = [.. Encoding.UTF8.GetBytes(failure.Messages)],
            Detail = library is not null ? $"The program needs the library '{library}'."
                : failure.IsPassing ? $"The compiler ended with the status {failure.Status.ToId()}."
                : "The program does not compile.",
        };
    }
}
