using System.Collections.Immutable;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>What the stages before the barrier found about one input.</summary>
/// <param name="P">Path.</param>
/// <param name="S">The source's hash when it passed.</param>
/// <param name="L">Language, or <see langword="null"/> when it was removed before that.</param>
/// <param name="G">Stage that removed it.</param>
/// <param name="F">How it ended there.</param>
/// <param name="R">Reason.</param>
/// <param name="D">Detail.</param>
/// <param name="E">Evidence.</param>
/// <param name="I">Libraries that it imports, where the filters before the barrier read them.</param>
internal sealed record SurveyLine(
    string P,
    string? S = null,
    string? L = null,
    string? G = null,
    InputFate? F = null,
    string? R = null,
    string? D = null,
    string? E = null,
    ImmutableArray<string>? I = null);
