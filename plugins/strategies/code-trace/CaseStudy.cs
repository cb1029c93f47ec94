using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Difficulty;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Strategies.CodeTrace;

/// <summary>One case of one program, executed and traced; what the tasks ask about.</summary>
internal sealed class CaseStudy
{
    public CaseStudy(SourceFile source, ExecutionCase @case, TraceEvidence evidence)
    {
        Source = source;
        Case = @case;
        Trace = evidence.Agreed!;
        Replay = TraceReplay.Of(Trace);
        Rating = DifficultyRating.Of(TraceFacts.Of(Replay));
        Output = PlainText.Of(evidence.Untraced.Stdout);
        Input = PlainText.Of(@case.Stdin);
    }

    public SourceFile Source { get; }

    public ExecutionCase Case { get; }

    public Trace Trace { get; }

    public TraceReplay Replay { get; }

    public DifficultyRating Rating { get; }

    /// <summary>Standard output; <see langword="null"/> when it isn't plain text.</summary>
    public string? Output { get; }

    /// <summary>Standard input; <see langword="null"/> when it isn't plain text.</summary>
    public string? Input { get; }
}
