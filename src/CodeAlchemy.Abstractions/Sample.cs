using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CodeAlchemy.Abstractions;

/// <summary>
/// One row as a strategy makes it. The host adds the id, the source and provenance columns and writes it.
/// Immutable but for <see cref="Extra"/>, which the strategy must not touch after handing the sample over.
/// </summary>
public sealed record Sample : Outcome
{
    /// <summary>Index of the row among those of the same source, case and task, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Name of the case the row is about, or <see langword="null"/>.</summary>
    public string? Case { get; init; }

    /// <summary>The conversation, in order; never empty.</summary>
    public required ImmutableArray<Message> Messages { get; init; }

    /// <summary>Evidence that the row is true; empty means unverified.</summary>
    public ImmutableArray<Verification> Verification { get; init; } = [];

    /// <summary>Named scores, for example <c>difficulty</c> from 0 to 1.</summary>
    public ImmutableSortedDictionary<string, double> Scores { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Named labels, for example <c>difficulty</c> → <c>hard</c>, <c>rendering</c> → <c>cwm</c>.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Templates that were rendered for the row, as returned by <see cref="IWorkbench.Prompt"/>.</summary>
    public ImmutableArray<PromptReference> Prompts { get; init; } = [];

    /// <summary>Models that wrote parts of the row, in the order in which they were asked; empty for rows that are computed.</summary>
    public ImmutableArray<ModelReference> Models { get; init; } = [];

    /// <summary>Facts from which the row can be derived again (case, rendering, line asked about …), or <see langword="null"/>.</summary>
    public JsonObject? Extra { get; init; }
}
