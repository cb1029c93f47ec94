using System.Collections.Immutable;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>What a conversation is about: the run it begins with, and the changed version, if any.</summary>
internal sealed record Cast(CaseStudy Lead)
{
    /// <summary>How the run is called once there are others; <see langword="null"/> for <c>the first run</c>.</summary>
    public string? LeadName { get; init; }

    /// <summary>A version whose change shows; <see langword="null"/> for none.</summary>
    public ChangedVersion? Version { get; init; }

    /// <summary>A change that makes no difference in any case; <see langword="null"/> for none.</summary>
    public ProgramMutant? Harmless { get; init; }

    /// <summary>Executions whose output the user shows at the beginning.</summary>
    public ImmutableArray<CaseStudy> Shown { get; init; } = [];

    /// <summary>What the user shows beside the program and how it is run.</summary>
    public string Exhibit { get; init; } = "";

    /// <summary>Bank of a remark that follows the opening; empty for none.</summary>
    public string Remark { get; init; } = "";
}
