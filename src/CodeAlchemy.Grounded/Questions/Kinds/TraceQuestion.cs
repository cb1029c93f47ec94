using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A question about an execution before it has words, with the answer that the trace gives. Immutable.</summary>
public sealed record TraceQuestion
{
    /// <summary>The kind, for example <c>value-at-visit</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The answer in its short form.</summary>
    public required string Answer { get; init; }

    /// <summary>In which form the answer is given.</summary>
    public required AnswerForm Form { get; init; }

    /// <summary>What a wording of the kind is filled with: parts of English sentences such as <c>line 4</c> or <c>the third call of `f`</c>.</summary>
    public ImmutableSortedDictionary<string, string> Slots { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The facts of the trace that lead to the answer, in order, each a clause of its own; empty when there is nothing to show.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>What is asked in values that a program can read.</summary>
    public JsonObject Facts { get; init; } = [];
}
