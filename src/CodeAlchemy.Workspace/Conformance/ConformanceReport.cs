using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>What the conformance kit found for one language.</summary>
public sealed record ConformanceReport
{
    /// <summary>Id of the language.</summary>
    public required string Language { get; init; }

    /// <summary>Share of gradable programs that must behave the same: 1 for samples, 0.98 for a corpus.</summary>
    public required double Required { get; init; }

    /// <summary>All programs.</summary>
    public required ImmutableArray<ConformanceProgram> Programs { get; init; }

    /// <summary>Executable lines compared with the independent counter, over all programs; 0 without a counter.</summary>
    public long LinesCompared { get; init; }

    /// <summary>Those on which both agree whether the line ran.</summary>
    public long LinesAgreeing { get; init; }

    /// <summary>Lines holding one statement whose counts were compared.</summary>
    public long CountsCompared { get; init; }

    /// <summary>Those with equal counts.</summary>
    public long CountsAgreeing { get; init; }

    /// <summary>Lines that differ: <c>path:line traced ≠ counted</c>; the first ones.</summary>
    public ImmutableArray<string> LineDifferences { get; init; } = [];

    /// <summary>Programs something can be said about.</summary>
    public int Gradable => Programs.Count(program => program.Outcome != ConformanceOutcome.NotGradable);

    /// <summary>Programs that behaved the same.</summary>
    public int Same => Programs.Count(program => program.Outcome == ConformanceOutcome.Same);

    /// <summary>Whether the language has a tracer; without one there is nothing to hold.</summary>
    public bool IsTraced { get; init; } = true;

    /// <summary>Whether this machine lacks the tool chain, so that nothing is known of the language here.</summary>
    public bool LacksToolchain => !Programs.IsEmpty && Programs.All(program => program.Cause == ExecutionStatus.MissingToolchain.ToId());

    /// <summary>Whether the requirement holds.</summary>
    public bool Held => !IsTraced || (Gradable > 0 && Same >= Required * Gradable);
}
