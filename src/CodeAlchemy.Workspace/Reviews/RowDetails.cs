using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>One row with all that a person needs to judge it.</summary>
/// <param name="Summary">The row as lists show it.</param>
/// <param name="Messages">The messages as they were made, with reasoning.</param>
/// <param name="Edited">The messages of the edit that holds; the default without one.</param>
/// <param name="Code">Text of the source, from the run's copies; <see langword="null"/> where there are none.</param>
/// <param name="Trace">The trace in the row's rendering, when its answer is one; else <see langword="null"/>.</param>
/// <param name="Rendering">Name of that rendering, or <see langword="null"/>.</param>
/// <param name="Verification">What was checked: method, status, evidence.</param>
/// <param name="Scores">Named scores.</param>
/// <param name="Labels">Named labels.</param>
/// <param name="Provenance">Where the row comes from, as it stands in the dataset.</param>
/// <param name="Json">The whole row.</param>
/// <param name="History">All decisions about the row that hold, also about older forms, oldest first.</param>
public sealed record RowDetails(
    RowSummary Summary,
    ImmutableArray<Message> Messages,
    ImmutableArray<Message> Edited,
    string? Code,
    string? Trace,
    string? Rendering,
    ImmutableArray<RowCheck> Verification,
    ImmutableSortedDictionary<string, double> Scores,
    ImmutableSortedDictionary<string, string> Labels,
    JsonElement Provenance,
    JsonElement Json,
    ImmutableArray<DecisionView> History);
