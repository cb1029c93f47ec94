using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Everything that was observed of one file: its executions, and those of changed versions. Immutable.</summary>
internal sealed class Bench
{
    private Bench(SourceFile source, IWorkbench workbench, DialogueOptions options, ImmutableArray<CaseStudy> studies, ImmutableArray<ChangedVersion> versions, ImmutableArray<ProgramMutant> harmless)
    {
        Source = source;
        Workbench = workbench;
        Options = options;
        Studies = studies;
        Versions = versions;
        Harmless = harmless;
        Outline = workbench.Outline(source);
        ReadsInput = Inputs.AreRead(source);
    }

    public SourceFile Source { get; }

    public IWorkbench Workbench { get; }

    public DialogueOptions Options { get; }

    public ImmutableArray<CaseStudy> Studies { get; }

    /// <summary>Versions with a fault that shows, traced.</summary>
    public ImmutableArray<ChangedVersion> Versions { get; }

    /// <summary>Versions that behave like the file in every case.</summary>
    public ImmutableArray<ProgramMutant> Harmless { get; }

    public SourceOutline Outline { get; }

    /// <summary>Whether the program can be given anything, so that it might behave otherwise.</summary>
    public bool ReadsInput { get; }

    /// <summary>Whether an output can be shown, at least in part.</summary>
    public bool IsShowable(string? output) => StudyRuns.IsShowable(output, Source.FileName, int.MaxValue);

    /// <summary>The execution of the file as it is, in the case of another execution.</summary>
    public CaseStudy Original(CaseStudy study) => Studies.First(s => s.Case.Name == study.Case.Name);

    /// <summary>Whether an execution is of the file as it is.</summary>
    public bool IsOriginal(CaseStudy study) => study.Source.Sha256 == Source.Sha256;

    // Whether a file runs at all is no question about what it does.
    private static bool IsFrame(SourceLines lines, int line) => lines[line].Contains("__name__", StringComparison.Ordinal);

    /// <summary>Makes faults, runs the faulty versions, and traces those that show in every case.</summary>
    public static async ValueTask<Bench> Of(
        SourceFile source, IWorkbench workbench, DialogueOptions options, ImmutableArray<CaseStudy> studies, CancellationToken cancellationToken)
    {
        var wanted = options.Tasks.Any(t => t != "explore") && options is { MutantsTried: > 0, Faults: > 0 };
        var search = new FaultSearch(options.MutantsTried, options.Faults, options.MaxOutputCharacters);
        var found = wanted ? await new FaultFinder(source, workbench, studies, search).Find(cancellationToken).ConfigureAwait(false) : FaultSet.Empty;
        var versions = ImmutableArray.CreateBuilder<ChangedVersion>();
        var (lines, outline) = (new SourceLines(source.Text), workbench.Outline(source));
        foreach (var fault in found.Faults.Where(f => !f.Faulty.Replay.Truncated && !IsFrame(lines, f.Line) && !Ordering.IsDecidedOn(lines, outline, f.Line)))
        {
            versions.Add(await ChangedVersion.Of(fault, studies, workbench, cancellationToken).ConfigureAwait(false));
        }

        return new Bench(source, workbench, options, studies, versions.ToImmutable(), [.. found.Harmless.Where(m => !IsFrame(lines, m.Span.StartLine) && !Ordering.IsDecidedOn(lines, outline, m.Span.StartLine))]);
    }
}
