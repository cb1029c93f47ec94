using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>One file with its executions, and the means to check another version of it against them.</summary>
internal sealed class Bench(
    SourceFile source, IWorkbench workbench, CodeEnhanceOptions options, RowMode mode, ImmutableArray<CaseStudy> studies, CodeQuality quality)
{
    public SourceFile Source { get; } = source;

    public IWorkbench Workbench { get; } = workbench;

    public CodeEnhanceOptions Options { get; } = options;

    public RowMode Mode { get; } = mode;

    /// <summary>Its executions; empty when it has none that is the same every time.</summary>
    public ImmutableArray<CaseStudy> Studies { get; } = studies;

    public CodeQuality Quality { get; } = quality;

    private SourceOutline Outline { get; } = workbench.Outline(source);

    // A run says nothing about functions that it does not enter.
    private ImmutableArray<OutlineFunction> Idle => FunctionUse.Unused(
        Outline,
        Studies.SelectMany(study => TraceAnswers.CoveredLines(study.Replay)).ToHashSet(),
        Studies.SelectMany(study => CallGraph.Of(study.Trace).Calls));

    public static Verification Parses { get; } = new("parses", VerificationStatus.Verified, "the syntax tree holds no errors");

    /// <summary>How good a version is; <see langword="null"/> when its language has no grammar.</summary>
    public static CodeQuality? Rate(SourceFile version, IWorkbench workbench)
    {
        using var program = ParsedProgram.Of(version, workbench);
        return program is null ? null : QualityRater.Of(program);
    }

    /// <summary>Runs a version in every case and compares it with the file; the first case is traced too, for what functions return.</summary>
    /// <returns>The first difference and the case that shows it, or the evidence that there is none.</returns>
    public async ValueTask<(string? Difference, ExecutionCase? Case, Verification? Same)> Compare(SourceFile version, CancellationToken cancellationToken)
    {
        foreach (var study in Studies)
        {
            var expected = await Workbench.Run(Source, study.Case, cancellationToken).ConfigureAwait(false);
            if (await Behaviour.Difference(version, [(study.Case, expected)], Workbench, cancellationToken).ConfigureAwait(false) is { } difference)
            {
                return (difference, study.Case, null);
            }
        }

        var (functions, other) = await CompareValues(version, cancellationToken).ConfigureAwait(false);
        var same = Behaviour.Same(Studies.Length);
        return other is not null ? (other, Studies[0].Case, null) : (null, null, functions == 0 ? same : same with { Evidence = $"{same.Evidence}; {Values(functions)}" });
    }

    /// <summary>The evidence about a version, unverified where a function that differs in it never runs.</summary>
    public Verification Weigh(Verification same, SourceFile version)
    {
        var others = Workbench.Outline(version).Functions;
        string Text(SourceFile file, OutlineFunction function) => SourceLines.Slice(file.Text, function.Span);

        // Names may differ, places may differ; not both.
        var idle = Idle.Count(f => (others.Length == Outline.Functions.Length ? others[Outline.Functions.IndexOf(f)] : others.FirstOrDefault(o => o.Name == f.Name)) is not { } other
            || Text(Source, f) != Text(version, other));
        return idle == 0 ? same : Doubted(same, idle == 1 ? "one function that differs never runs" : $"{idle} functions that differ never run");
    }

    /// <summary>The evidence about a version that differs everywhere, unverified where none of the file's functions runs.</summary>
    public Verification Weigh(Verification same) =>
        Outline.Functions.IsEmpty || Idle.Length < Outline.Functions.Length ? same : Doubted(same, "none of the functions of the file runs");

    private static Verification Doubted(Verification same, string doubt) => same with { Status = VerificationStatus.Unverified, Evidence = $"{same.Evidence}, but {doubt}" };

    private async ValueTask<(int Functions, string? Difference)> CompareValues(SourceFile version, CancellationToken cancellationToken)
    {
        var first = Studies[0];
        var evidence = await Workbench.Trace(version, first.Case, cancellationToken).ConfigureAwait(false);
        return evidence switch
        {
            { Agreed: { } trace } when ReturnedValues.Compare(Outline, first.Trace, Workbench.Outline(version), trace) is var (functions, difference) =>
                (functions, difference is null ? null : $"in the case '{first.Case.Name}' {difference}"),
            { Reason: RejectReasons.Nondeterministic } => (0, $"in the case '{first.Case.Name}' it does not do the same every time"),
            _ => (0, null),
        };
    }

    private static string Values(int functions) =>
        functions == 1 ? "the values that one function returns are equal where both call it alike" : $"the values that {functions} functions return are equal where both call them alike";
}
