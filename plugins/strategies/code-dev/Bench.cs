using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>One file with its executions, and the means to check a changed version against them.</summary>
internal sealed class Bench(SourceFile source, IWorkbench workbench, CodeDevOptions options, ImmutableArray<CaseStudy> studies)
{
    private static readonly string[] TasksWithFaults = ["fix-bug", "locate-bug", "first-divergence", "review-change"];

    public SourceFile Source { get; } = source;

    public IWorkbench Workbench { get; } = workbench;

    public CodeDevOptions Options { get; } = options;

    public ImmutableArray<CaseStudy> Studies { get; } = studies;

    public SourceOutline Outline { get; } = workbench.Outline(source);

    public ImmutableArray<CallGraph> Graphs { get; } = [.. studies.Select(study => CallGraph.Of(study.Trace))];

    public bool NeedsFaults => TasksWithFaults.Any(name => Options.Tasks.Contains(name));

    /// <summary>Executions that were recorded to the end and whose output a question can show.</summary>
    public IEnumerable<CaseStudy> Showable => Studies.Where(study => !study.Replay.Truncated && IsShowable(study.Output));

    /// <summary>Whether an output is text, short enough to be shown, and without the folder in which the program happened to run.</summary>
    public bool IsShowable(string? output) => StudyRuns.IsShowable(output, Source.FileName, Options.MaxOutputCharacters);

    /// <summary>Whether a version of the program has no syntax errors.</summary>
    public bool Parses(string text)
    {
        using var tree = Workbench.Syntax(Source.WithText(text));
        return tree is { HasErrors: false };
    }

    /// <summary>Whether a version parses and gives the same output and exit status as the file in every case.</summary>
    public async ValueTask<bool> BehavesAlike(string text, CancellationToken cancellationToken)
    {
        if (!Parses(text))
        {
            return false;
        }

        foreach (var study in Studies)
        {
            var run = await Workbench.Run(Source.WithText(text), study.Case, cancellationToken).ConfigureAwait(false);
            if (!StudyRuns.IsAlike(study, run))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Evidence that a version behaves like the file.</summary>
    public Verification Alike() => new("behaviour", VerificationStatus.Verified, $"parses; same output and exit status in {Count(Studies.Length, "case")}");

    public static string Count(int number, string noun) => number == 1 ? $"one {noun}" : $"{number} {noun}s";
}
