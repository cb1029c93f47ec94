using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Runs a language's own line counter, the independent check of its tracers. Thread-safe.</summary>
internal sealed class LineCounter(ProgramBuilder builder, ProgramRunner runner)
{
    // The counter writes to an open descriptor, so that a program which changes folders or runs as another user loses nothing.
    // Its number is the one that init gives a trace.
    private const string CounterFile = "/proc/self/fd/1024";

    public async Task<LineCounts> Count(
        ReadyLanguage ready,
        SourceFile source,
        ExecutionCase @case,
        ExecutionOptions options,
        Surroundings surroundings,
        CancellationToken cancellationToken)
    {
        var language = ready.Language;
        var commands = language.CounterCompile.IsDefaultOrEmpty ? language.Compile : language.CounterCompile;
        var artifact = await builder.Build(ready, source, source.Text, commands, options.Isolation, cancellationToken).ConfigureAwait(false);
        if (artifact?.Failure is { } failure)
        {
            return LineCounts.None(ProgramBuilder.Failed(language, failure));
        }

        var folder = Directory.CreateTempSubdirectory("codealchemy-count-").FullName;
        try
        {
            var file = Path.Combine(folder, "counts");
            await File.WriteAllBytesAsync(file, [], cancellationToken).ConfigureAwait(false);
            File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
            var counting = ready with
            {
                Language = language with { Environment = language.Environment.SetItem("CODEALCHEMY_COUNTER_FILE", CounterFile) },
            };
            var result = await runner.Run(
                counting, source, source.Text, language.Counter, artifact?.Folder, @case, options, surroundings, file, cancellationToken)
                .ConfigureAwait(false);
            return Parse(result, await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Lines of "LINE COUNT"; a count of "-" says that the counter can't tell.
    private static LineCounts Parse(RunResult result, string text)
    {
        var lines = ImmutableSortedDictionary.CreateBuilder<int, long>();
        var unknown = ImmutableHashSet.CreateBuilder<int>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (words.Length != 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                continue;
            }

            if (words[1] == "-")
            {
                unknown.Add(number);
            }
            else if (long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                lines[number] = count;
            }
        }

        return new LineCounts(result, lines.ToImmutable(), unknown.ToImmutable());
    }
}
