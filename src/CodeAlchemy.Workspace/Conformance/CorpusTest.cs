using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>
/// Measures transparency on a corpus: files in the order of the SHA-256 of their path, the first ones that run by themselves,
/// none left out by hand. Two untraced runs, seconds apart and in different surroundings, decide whether a program is deterministic.
/// </summary>
internal sealed class CorpusTest(Installation installation, LanguageDefinition language, IsolationLevel isolation)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    // Programs of a corpus are small, but some are loops over large numbers: every one that ends is graded.
    private readonly ProgramComparison _comparison = new(installation, language, new ExecutionOptions
    {
        Isolation = isolation,
        Limits = new SandboxLimits { Processor = TimeSpan.FromSeconds(60), Wall = TimeSpan.FromSeconds(90), Memory = 1L << 30 },
    });

    public async Task<ImmutableArray<ConformanceProgram>> Run(
        string folder, int take, LineTally lines, Action<string> note, CancellationToken cancellationToken)
    {
        var results = new List<ConformanceProgram>();
        var standalone = 0;
        foreach (var path in Files(folder))
        {
            if (standalone == take)
            {
                break;
            }

            var result = await Test(folder, path, lines, cancellationToken);
            if (result is null)
            {
                continue;
            }

            standalone++;
            results.Add(result);
            note($"{standalone}/{take} {path}: {result.Outcome} {result.Cause}");
        }

        return [.. results];
    }

    private IEnumerable<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ProblemException(new Problem("missing-folder", $"there is no folder {folder}", "check the path", ExitCode.Failure));
        }

        return Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => language.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .OrderBy(path => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(path))), StringComparer.Ordinal);
    }

    /// <summary>Grades one file; <see langword="null"/> when it is no program by itself.</summary>
    private async Task<ConformanceProgram?> Test(string folder, string path, LineTally lines, CancellationToken cancellationToken)
    {
        var source = ProgramComparison.Source(language, Path.Combine(folder, path), path);
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            return null;
        }

        var first = await _comparison.Run(source, ExecutionCase.Default, cancellationToken);
        if (first.Status is ExecutionStatus.CompileError or ExecutionStatus.MissingLibrary or ExecutionStatus.MissingToolchain)
        {
            return null;
        }

        if (first.Status is not (ExecutionStatus.Ok or ExecutionStatus.Error or ExecutionStatus.Signal))
        {
            return new ConformanceProgram(path, ConformanceOutcome.NotGradable, $"untraced: {first.Status.ToId()}", first.Detail);
        }

        // Seconds apart and then shifted by days: back-to-back runs don't catch every clock.
        var traced = await _comparison.Trace(source, ExecutionCase.Default, cancellationToken);
        if (first.Elapsed < Apart)
        {
            await Task.Delay(Apart - first.Elapsed, cancellationToken);
        }

        var second = await _comparison.RunElsewhere(source, ExecutionCase.Default, cancellationToken);
        if (ProgramComparison.Difference(first, second) is { } varies)
        {
            return new ConformanceProgram(path, ConformanceOutcome.NotGradable, "nondeterministic", varies.Detail);
        }

        return await Grade(source, first, traced, lines, cancellationToken);
    }

    private async Task<ConformanceProgram> Grade(
        SourceFile source, RunResult plain, TracedRun traced, LineTally lines, CancellationToken cancellationToken)
    {
        if (traced.Trace is not { } trace)
        {
            return new ConformanceProgram(source.Path, ConformanceOutcome.Different, "no trace", string.Join("; ", traced.Notes.Append(traced.Result.Detail)));
        }

        if (ProgramComparison.Difference(plain, traced.Result) is { } difference)
        {
            return new ConformanceProgram(source.Path, ConformanceOutcome.Different, difference.Cause, difference.Detail, trace.Header.Tracer);
        }

        await _comparison.CompareLines(source, ExecutionCase.Default, trace, lines, cancellationToken);
        return new ConformanceProgram(source.Path, ConformanceOutcome.Same, string.Empty, Tracer: trace.Header.Tracer);
    }
}
