using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>A question and its answer, in words, with what they stand on. Immutable.</summary>
internal sealed record Turn
{
    /// <summary>The execution it is about.</summary>
    public required CaseStudy Study { get; init; }

    /// <summary>What the user says.</summary>
    public required string Ask { get; init; }

    /// <summary>What the assistant says, without the steps.</summary>
    public required string Answer { get; init; }

    /// <summary>What it is about, so that a file's conversations don't ask it twice.</summary>
    public required string Key { get; init; }

    /// <summary>Blocks that the user's turn shows after its words.</summary>
    public string Exhibit { get; init; } = "";

    /// <summary>Facts of the trace that lead to the answer, each a clause of its own.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>A text that must not have been said before the answer.</summary>
    public string? Secret { get; init; }

    /// <summary>Kind of a computed question.</summary>
    public string? Kind { get; init; }

    /// <summary>The execution that is talked about from now on, and how it is called.</summary>
    public (CaseStudy Study, string Name)? Introduces { get; init; }

    /// <summary>Further executions that were looked at.</summary>
    public ImmutableArray<CaseStudy> Seen { get; init; } = [];

    /// <summary>Executions whose output it shows.</summary>
    public ImmutableArray<CaseStudy> Shows { get; init; } = [];

    /// <summary>A changed version that no other conversation may be about; <see langword="null"/> for none.</summary>
    public object? Takes { get; init; }

    /// <summary>Evidence on top of the executions.</summary>
    public ImmutableArray<Verification> Verification { get; init; } = [];

    /// <summary>Whether it asks about one run, which has to be named once there are several.</summary>
    public bool IsOfRun { get; init; }

    /// <summary>Functions, lines and variables that the question is about.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>Those that question and answer are about, for the next question to stay with.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>What is asked and answered in values that a program can read.</summary>
    public JsonObject Facts { get; init; } = [];
}
