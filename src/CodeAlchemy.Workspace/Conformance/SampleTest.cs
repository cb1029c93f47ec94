using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>Tests the samples of one plugin: transparency, determinism over three traced runs, expected events, line counts.</summary>
internal sealed class SampleTest(Installation installation, LanguageDefinition language, IsolationLevel isolation)
{
    private readonly ProgramComparison _comparison = new(installation, language, new ExecutionOptions { Isolation = isolation });

    public async Task<IReadOnlyList<ConformanceProgram>> Test(Sample sample, LineTally lines, CancellationToken cancellationToken)
    {
        var source = ProgramComparison.Source(language, sample.Program, $"{sample.Name}/{Path.GetFileName(sample.Program)}");
        var results = new List<ConformanceProgram>();
        foreach (var @case in sample.Cases)
        {
            results.Add(await Test(sample, source, @case, lines, cancellationToken));
        }

        return results;
    }

    private async Task<ConformanceProgram> Test(
        Sample sample, SourceFile source, ExecutionCase @case, LineTally lines, CancellationToken cancellationToken)
    {
        var name = $"{sample.Name} ({@case.Name})";
        var evidence = await installation.Programs.Executor.Trace(language, source, @case, _comparison.Options, cancellationToken);
        if (evidence.Agreed is not { } trace)
        {
            return evidence.Reason == ExecutionStatus.MissingToolchain.ToId()
                ? new ConformanceProgram(name, ConformanceOutcome.NotGradable, evidence.Reason, evidence.Detail)
                : new ConformanceProgram(name, ConformanceOutcome.Different, evidence.Reason ?? "no trace", $"{evidence.Detail} {evidence.Evidence}".Trim());
        }

        await _comparison.CompareLines(source, @case, trace, lines, cancellationToken);
        var missing = sample.Expected(@case) is { } expected ? ExpectedEvents.FirstMissing(expected, trace) : null;
        return missing is null
            ? new ConformanceProgram(name, ConformanceOutcome.Same, string.Empty, Tracer: trace.Header.Tracer)
            : new ConformanceProgram(name, ConformanceOutcome.Different, "expected event missing", missing, trace.Header.Tracer);
    }
}
