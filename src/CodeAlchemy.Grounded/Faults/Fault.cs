using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Faults;

/// <summary>A faulty version whose fault shows.</summary>
/// <param name="Mutant">The version.</param>
/// <param name="Study">The execution of the file with which the fault shows.</param>
/// <param name="Run">The faulty version run the same way; a second run gave the same.</param>
/// <param name="Output">Its output.</param>
/// <param name="Faulty">The faulty version traced.</param>
/// <param name="Divergence">Where it leaves the right path; <see langword="null"/> when that can't be told.</param>
public sealed record Fault(ProgramMutant Mutant, CaseStudy Study, RunResult Run, string Output, CaseStudy Faulty, StateDivergence? Divergence)
{
    /// <summary>Whether every value of a local variable is known in full up to the moment at which the executions part, so that "the same" may be said of them.</summary>
    public bool SeesAll => StateDivergence.SeesAll(Study.Replay, Faulty.Replay, Divergence);

    /// <summary>Whether the executions are known to the end and never part: another output is all there is.</summary>
    public bool NeverParts { get; init; }

    /// <summary>The line with the fault.</summary>
    public int Line => Mutant.Span.StartLine;

    /// <summary>The line as it is in the file, with its indentation.</summary>
    public string RightLine => SourceLines.Whole(Study.Source.Text, Line);

    /// <summary>The line as it is in the faulty version, with its indentation.</summary>
    public string WrongLine => SourceLines.Whole(Mutant.Text, Line);
}
