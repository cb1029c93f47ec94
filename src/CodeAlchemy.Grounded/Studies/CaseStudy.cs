using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Difficulty;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>One case of one program, executed and traced: what grounded rows are made of. Immutable.</summary>
public sealed class CaseStudy
{
    /// <summary>Plays the agreed trace back.</summary>
    /// <exception cref="ArgumentException">The evidence holds no agreed trace.</exception>
    public CaseStudy(SourceFile source, ExecutionCase @case, TraceEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(evidence);
        Source = source;
        Case = @case;
        Trace = evidence.Agreed ?? throw new ArgumentException("The runs did not agree on a trace.", nameof(evidence));
        Replay = TraceReplay.Of(Trace);
        Rating = DifficultyRating.Of(TraceFacts.Of(Replay));
        Run = evidence.Untraced;
        Output = PlainText.Of(Run.Stdout);
        Input = PlainText.Of(@case.Stdin);
        Trust = TraceTrusts.Of(Source.Language, Source.Text, Trace);
    }

    /// <summary>The program.</summary>
    public SourceFile Source { get; }

    /// <summary>The case.</summary>
    public ExecutionCase Case { get; }

    /// <summary>The run without a tracer, with which the traced ones agree.</summary>
    public RunResult Run { get; }

    /// <summary>The trace that all runs agreed on.</summary>
    public Trace Trace { get; }

    /// <summary>The trace played back.</summary>
    public TraceReplay Replay { get; }

    /// <summary>What the trace can be asked about.</summary>
    public TraceTrust Trust { get; }

    /// <summary>How hard the execution is to follow.</summary>
    public DifficultyRating Rating { get; }

    /// <summary>Standard output; <see langword="null"/> when it isn't plain text.</summary>
    public string? Output { get; }

    /// <summary>Standard input; <see langword="null"/> when it isn't plain text.</summary>
    public string? Input { get; }

    /// <summary>Whether a question can show the case: input, arguments and files are plain text.</summary>
    public static bool IsReadable(ExecutionCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return PlainText.Of(@case.Stdin) is not null
            && @case.Arguments.All(argument => !argument.Any(char.IsControl))
            && @case.Files.Values.All(content => PlainText.Of(content) is not null);
    }
}
